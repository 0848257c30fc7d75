"""A file that was sent -> a picture in sRGB, upright, without a word about who took it where."""

import hashlib
import io
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from .encoding import encoded
from .formats import FALLBACKS, ORDER, Format, Unfit, Why, format_of, refuse_stowaways
from .names import WIDEST, height_at, widths_for

LARGEST = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 16_000  # WebP ends at 16,383

# Pillow refuses above twice this and warns above it, before a pixel is read: the warning is a refusal too.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
# A picture of 50 megapixels takes 200 MB while it is read: one at a time, however many editors send some.
_TURN = threading.Lock()
# Lines and plain colours take a tenth of a byte a pixel as PNG or GIF, photographs one or two.
_DRAWN_BYTES_A_PIXEL = 0.5
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class Picture:
    """`format`, `weight` (in bytes) and `sha256` are of the file that was sent, `width` and `height` as it is seen."""

    format: Format
    weight: int
    sha256: str
    width: int
    height: int
    animated: bool
    """It moved, and its first picture was taken: what moves by itself, readers could not stop."""
    drawn: bool
    """Lines and plain colours, which JPEG would smear."""
    pixels: Image.Image

    @property
    def renditions(self) -> dict[str, list[int]]:
        """{format: widths} of the files made of it; the same for the same file, wherever it is read."""
        fallback = FALLBACKS[1] if self.drawn or self.pixels.mode == "RGBA" else FALLBACKS[0]
        return {name: widths_for(self.width) for name in (*ORDER, fallback)}

    def files(self) -> Iterator[tuple[str, int, bytes]]:
        """(format, width, content) of each."""
        widths = widths_for(self.width)
        for width in widths:
            with _TURN:
                size = (width, height_at(self.width, self.height, width))
                pixels = (
                    self.pixels
                    if size == self.pixels.size
                    else self.pixels.resize(size, Image.Resampling.LANCZOS)
                )
                files = [(name, encoded(pixels, name, drawn=self.drawn)) for name in self.renditions]
            yield from ((name, width, content) for name, content in files)


def read(data: bytes) -> Picture:
    """The picture in the file `data`. Raises Unfit."""
    if not data:
        raise Unfit(Why.EMPTY)
    if len(data) > LARGEST:
        raise Unfit(Why.TOO_HEAVY)
    kind = format_of(data)
    refuse_stowaways(data)
    with _TURN:
        try:
            return _decoded(data, kind)
        except Exception as error:
            # The decoders of damaged files raise what they like: SyntaxError, RuntimeError, struct.error, ...
            raise _as_unfit(error) from error


def _as_unfit(error: Exception) -> Unfit:
    if isinstance(error, Unfit):
        return error
    bomb = isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning)
    return Unfit(Why.TOO_LARGE if bomb else Why.BROKEN)


def _decoded(data: bytes, kind: Format) -> Picture:
    # Of the decoders only the one the first bytes call for: Pillow knows forty formats, some of them old and weak.
    with Image.open(io.BytesIO(data), formats=[kind.name]) as image:
        if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
            raise Unfit(Why.TOO_LARGE)
        # A JPEG of several pictures ("MPO") is a phone's, for depth or brightness: it does not move.
        animated = kind is not Format.JPEG and getattr(image, "n_frames", 1) > 1
        orientation = image.getexif().get(_ORIENTATION, 1)
        width, height = image.size[::-1] if orientation in _SIDEWAYS else image.size
        widest = min(width, WIDEST)
        size = (widest, height_at(width, height, widest))
        if orientation in _SIDEWAYS:
            size = size[::-1]
        if kind is Format.JPEG:
            image.draft(None, size)
        image.load()
        drawn = kind in (Format.PNG, Format.GIF) and len(data) < _DRAWN_BYTES_A_PIXEL * width * height
        pixels = _resized(image, size)
    pixels = _in_srgb(_upright(pixels, orientation), image.info.get("icc_profile"))
    pixels.info.clear()
    digest = hashlib.sha256(data).hexdigest()
    return Picture(kind, len(data), digest, width, height, animated, drawn, pixels)


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """In colours that can be mixed, small: what comes after handles 1,920 pixels a row instead of 16,000."""
    if image.mode in ("I", "F") or image.mode.startswith("I;"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.has_transparency_data and image.mode != "RGBA":
        image = image.convert("RGBA")
    elif image.mode not in ("RGB", "RGBA", "L", "CMYK"):
        image = image.convert("RGB")
    if image.size == size:
        return image.copy()
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _upright(pixels: Image.Image, orientation: int) -> Image.Image:
    exif = pixels.getexif()
    exif.clear()
    exif[_ORIENTATION] = orientation
    return ImageOps.exif_transpose(pixels)


def _in_srgb(pixels: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB, or RGBA where something shows through. Browsers take what names no profile for sRGB."""
    alpha = pixels.getchannel("A") if pixels.mode == "RGBA" else None
    colours = pixels.convert("RGB") if alpha else pixels
    colours = _converted(colours, profile) if profile else colours
    colours = colours.convert("RGB")
    if alpha is None or alpha.getextrema()[0] == 255:
        return colours
    colours.putalpha(alpha)
    return colours


def _converted(colours: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(colours, source, target, outputMode="RGB") or colours
    except (ImageCms.PyCMSError, OSError):
        return colours  # a profile for other colours than the picture has: the colours alone are to be had
