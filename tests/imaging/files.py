"""Files as cameras, phones, drawing programs and attackers make them."""

import io
import struct
import zlib

from PIL import Image, ImageCms, ImageDraw

KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def photograph(size=(640, 480), seed=30):
    return Image.effect_noise(size, seed).convert("RGB")


def drawing(size=(640, 480), mode="RGB"):
    image = Image.new(mode, size, (255, 255, 255, 0)[: len(mode)])
    ImageDraw.Draw(image).rectangle(
        (10, 10, size[0] // 2, size[1] - 10), fill=(158, 27, 50, 255)[: len(mode)]
    )
    return image


def told_all():
    """A JPEG that knows where it was taken, by whom and with what, lying on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Secretcam"
    exif[0x013B] = "Secret Person"
    exif.get_ifd(0x8825)[2] = (41.0, 0.0, 30.0)
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Secret place</x:xmpmeta>"
    image = Image.new("RGB", (60, 40), "white")
    image.paste((200, 0, 0), (0, 0, 60, 10))  # a red bar on top, as the sensor saw it
    return saved(image, "JPEG", exif=exif, xmp=xmp, comment=b"Secret words", quality=95)


def wide_gamut():
    """Pure red of a profile that is not sRGB: with its channels turned round, what is stored as red is seen as blue."""
    profile = ImageCms.createProfile("sRGB")
    raw = bytearray(ImageCms.ImageCmsProfile(profile).tobytes())
    red, blue = raw.index(b"rXYZ"), raw.index(b"bXYZ")
    raw[red : red + 4], raw[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return saved(Image.new("RGB", (40, 30), (255, 0, 0)), "PNG", icc_profile=bytes(raw))


def bomb(width=60_000, height=60_000):
    """A PNG of some hundred bytes that claims 3.6 thousand million pixels."""

    def chunk(name, content):
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )
