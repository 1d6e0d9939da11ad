# Writes what Pillow sees in a picture: upright, 8 bits of red, green and blue, on white.
import sys
import warnings

from PIL import Image, ImageOps

warnings.simplefilter('ignore')
picture = Image.open(sys.argv[1])
picture.seek(0)
if picture.format != 'TIFF':  # which it turns by itself
    picture = ImageOps.exif_transpose(picture)
if picture.mode.startswith('I'):
    picture = picture.point(lambda sample: sample * (1 / 257)).convert('L')
if picture.mode in ('P', 'PA', 'LA', 'RGBA', 'La', 'RGBa') or 'transparency' in picture.info:
    picture = picture.convert('RGBA')
    white = Image.new('RGBA', picture.size, (255, 255, 255, 255))
    white.alpha_composite(picture)
    picture = white
picture.convert('RGB').save(sys.stdout.buffer, 'PPM')
