"""Crops a picture with Pillow: python3 pillow_crops.py KIND WIDTH HEIGHT PICTURE CROP SECONDS

PICTURE holds RGB bytes without a header, CROP gets such. Prints the median processor time of a crop in milliseconds.
"""
import sys
import time

from PIL import Image

kind, width, height, source, target, seconds = sys.argv[1:]
size = int("".join(letter for letter in kind if letter.isdigit()))
with open(source, "rb") as file:
    picture = Image.frombytes("RGB", (int(width), int(height)), file.read())


def crop():
    if kind.startswith("squash"):
        return picture.resize((size, size), Image.BICUBIC)
    shortest = min(picture.size)
    # As torchvision: the long side rounded down, the corner half to even.
    resized = tuple(int(size * side / shortest) for side in picture.size)
    left, top = (int(round((side - size) / 2.0)) for side in resized)
    return picture.resize(resized, Image.BICUBIC).crop((left, top, left + size, top + size))


with open(target, "wb") as file:
    file.write(crop().tobytes())
times = []
end = time.monotonic() + float(seconds)
while time.monotonic() < end or len(times) < 5:
    start = time.process_time()
    crop()
    times.append(time.process_time() - start)
print(1000 * sorted(times)[len(times) // 2])
