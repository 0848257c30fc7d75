import contextlib
import hashlib
import io
from uuid import UUID

import pytest
from PIL import Image, features

from articles.imaging import LARGEST, PATH, Format, Unfit, Why, height_at, path_of, read
from articles.imaging.names import widths_for

from .files import KINDS, bomb, drawing, photograph, saved, told_all, wide_gamut

UID = UUID("8d0f3a52-6a47-4c1b-9a51-1f3a3f0b7c11")


def files_of(data):
    return {(name, width): Image.open(io.BytesIO(content)) for name, width, content in read(data).files()}


def why_not(data):
    with pytest.raises(Unfit) as refusal:
        read(data)
    return refusal.value.why


def test_this_machine_writes_all_formats():
    assert features.check("avif")
    assert features.check("webp")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_by_its_bytes(kind):
    data = saved(photograph(), kind)
    picture = read(data)
    assert picture.format is Format[kind]
    assert (picture.width, picture.height, picture.weight) == (640, 480, len(data))
    assert picture.sha256 == hashlib.sha256(data).hexdigest()
    assert not picture.animated


@pytest.mark.parametrize("kind", KINDS)
def test_files_of_a_photograph(kind):
    files = files_of(saved(photograph(), kind, **({"quality": 95} if kind in ("JPEG", "AVIF") else {})))
    assert set(files) == {(name, width) for name in ("avif", "webp", "jpeg") for width in (480, 640)}
    for (name, width), image in files.items():
        assert image.format == name.upper()
        assert image.size == (width, height_at(640, 480, width))
        image.load()


def test_a_drawing_stays_sharp():
    """What is not transparent and not JPEG: PNG and WebP without a loss."""
    original = drawing()
    files = files_of(saved(original, "PNG"))
    assert {name for name, _width in files} == {"avif", "webp", "png"}
    for name in ("png", "webp"):
        assert files[name, 640].convert("RGB").tobytes() == original.tobytes()


def test_what_is_transparent_stays_so():
    files = files_of(saved(drawing(mode="RGBA"), "PNG"))
    for name in ("png", "webp", "avif"):
        assert files[name, 480].convert("RGBA").getpixel((3, 3))[3] < 8, name
        assert files[name, 480].convert("RGBA").getpixel((100, 100))[3] == 255, name


def test_nothing_is_drawn_larger_than_it_is():
    assert widths_for(200) == [200]
    assert widths_for(500) == [500]  # 480 would be nearly the same
    assert widths_for(600) == [480, 600]
    assert widths_for(1920) == [480, 800, 1280, 1920]
    assert widths_for(12_000) == [480, 800, 1280, 1920]


def test_a_large_photograph_is_read_small():
    picture = read(saved(photograph((4000, 3000)), "JPEG", quality=60))
    assert (picture.width, picture.height) == (4000, 3000)
    assert picture.pixels.size == (1920, 1440)


def test_nothing_but_pixels_comes_out():
    data = told_all()
    assert data.count(b"Secret") == 4
    for name, _width, content in read(data).files():
        assert b"Secret" not in content, name
        image = Image.open(io.BytesIO(content))
        assert not dict(image.getexif()), name
        assert not image.info.keys() & {"exif", "xmp", "comment", "icc_profile", "XML:com.adobe.xmp"}, name


def test_a_picture_on_its_side_is_set_upright():
    picture = read(told_all())
    assert (picture.width, picture.height) == (40, 60)
    right, left = picture.pixels.getpixel((38, 30)), picture.pixels.getpixel((2, 30))
    assert right[0] > 180 > 60 > right[1]
    assert min(left) > 200


def test_colours_are_those_that_were_meant():
    red, _green, blue = read(wide_gamut()).pixels.getpixel((5, 5))
    assert blue > 200 > 60 > red


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_colours_of_every_sort_are_read(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    source = Image.new(mode, (60, 40)) if mode == "I;16" else drawing((60, 40)).convert(mode)
    picture = read(saved(source, kind))
    assert picture.pixels.mode in ("RGB", "RGBA")
    assert picture.pixels.size == (60, 40)


def test_a_broken_profile_costs_no_picture():
    assert read(saved(drawing(), "PNG", icc_profile=b"no profile")).pixels.getpixel((100, 100)) == (
        158,
        27,
        50,
    )


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_is_kept(kind):
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("white", "red", "blue")]
    picture = read(saved(frames[0], kind, save_all=True, append_images=frames[1:]))
    assert picture.animated
    assert picture.pixels.getpixel((5, 5)) == (255, 255, 255)


def test_the_two_pictures_of_a_phone_do_not_move():
    data = saved(photograph(), "MPO", save_all=True, append_images=[photograph(seed=9)])
    assert not read(data).animated


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.EMPTY),
        (b"GIF89a", Why.BROKEN),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", Why.SVG),
        (b"\xef\xbb\xbf <SVG onload=alert(1)>", Why.SVG),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99, Why.HEIC),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 99, Why.OTHER_KIND),
        (b"%PDF-1.7", Why.OTHER_KIND),
        (b"MZ" + b"\0" * 99, Why.OTHER_KIND),
        (saved(photograph(), "TIFF"), Why.OTHER_KIND),
        (saved(photograph(), "BMP"), Why.OTHER_KIND),
        (saved(photograph(), "JPEG").ljust(LARGEST + 1, b"\0"), Why.TOO_HEAVY),
        (bomb(), Why.TOO_LARGE),
        (bomb(7_100, 7_100), Why.TOO_LARGE),  # a little above: here Pillow only warns
        (bomb(16_001, 10), Why.TOO_LARGE),
        (bomb(100, 100), Why.BROKEN),
    ],
    ids=range(15),
)
def test_what_is_refused(data, why):
    assert why_not(data) is why


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_file_that_ends_too_early_is_refused(kind, kept):
    data = saved(photograph(), kind)
    assert why_not(data[: int(len(data) * kept)]) is Why.BROKEN


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "stowaway",
    [
        b"<script>alert(1)</script>",
        b"<?PHP system($_GET[0]);",
        b"<!DOCTYPE html>",
        b"PK\x05\x06" + b"\0" * 18,
    ],
)
def test_a_file_that_is_something_else_too_is_refused(kind, stowaway):
    assert why_not(saved(photograph(), kind) + stowaway) is Why.SOMETHING_ELSE


def test_a_stowaway_in_a_comment_is_found():
    assert why_not(saved(photograph(), "JPEG", comment=b"<script src=//example.org>")) is Why.SOMETHING_ELSE


@pytest.mark.parametrize("kind", KINDS)
def test_random_damage_ends_in_a_picture_or_a_refusal(kind):
    data = bytearray(saved(drawing((80, 60)), kind))
    for place in range(8, len(data), max(1, len(data) // 150)):
        hurt = bytes(data[:place]) + bytes([data[place] ^ 0x5A]) + bytes(data[place + 1 :])
        with contextlib.suppress(Unfit):
            read(hurt)


def test_paths_have_one_shape():
    path = path_of(UID, "ab" * 32, 480, "avif")
    assert path == "images/8d0f3a526a474c1b9a511f3a3f0b7c11/abababababababab-480.avif"
    assert PATH.fullmatch(path)
    for other in (
        "",
        "images/",
        path + "x",
        path.upper(),
        f"../{path}",
        path.replace("avif", "svg"),
        f"{path}\n",
    ):
        assert not PATH.fullmatch(other)


def test_the_same_file_gives_the_same_list_of_files():
    data = saved(drawing((1000, 500)), "PNG")
    widths = [480, 800, 1000]
    assert read(data).renditions == read(data).renditions == {"avif": widths, "webp": widths, "png": widths}
