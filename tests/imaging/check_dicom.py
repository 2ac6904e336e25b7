"""Compares the output of `dcmdump` over DICOM folders with what the series should hold.

The file named first has one line a series: folder TAB sizes TAB LPS-from-voxel affine (12 numbers) TAB largest allowed
difference of values TAB voxels ("i j k value;…"). Every voxel must be in the one file whose slice goes through its place,
at the row and column that its place has there. Prints one line for each difference.
"""

import pathlib
import re
import subprocess
import sys

import numpy as np

ELEMENT = re.compile(r"^\((....),(....)\) (..) (.*?)\s*#\s*(\d+),\s*(\d+) (\S+)$")


def dump(folders):
    """The elements of each file by keyword, by folder, from one run of dcmdump; pixels as numbers."""
    files = [str(path) for folder in folders for path in sorted(pathlib.Path(folder).iterdir())]
    out = subprocess.run(["dcmdump", "+L", "-q", *files], capture_output=True, text=True, check=True).stdout
    found = {folder: [] for folder in folders}
    for path, part in zip(files, out.split("# Dicom-File-Format")[1:]):
        elements = {}
        for line in part.splitlines():
            match = ELEMENT.match(line)
            if match:
                value = match.group(4)
                elements[match.group(7)] = value[1:-1] if value.startswith("[") else value
        words = np.array([int(word, 16) for word in elements["PixelData"].split("\\")], np.uint16)
        kind = np.int16 if elements["PixelRepresentation"] == "1" else np.uint16
        elements["pixels"] = words.view(kind).reshape(int(elements["Rows"]), int(elements["Columns"]))
        found[str(pathlib.Path(path).parent)].append(elements)
    return found


def numbers(elements, keyword):
    return np.array(elements[keyword].split("\\"), float)


def check(slices, folder, sizes, affine, tolerance, voxels):
    affine = np.vstack([np.array(affine.split(), float).reshape(3, 4), [0, 0, 0, 1]])
    if len(slices) != int(sizes.split()[2]):
        print(folder, "has", len(slices), "files")
    if len({s["SOPInstanceUID"] for s in slices}) != len(slices) or len({s["SeriesInstanceUID"] for s in slices}) != 1:
        print(folder, "has wrong UIDs")
    order = [float(np.dot(numbers(s, "ImagePositionPatient"), np.cross(*np.split(numbers(s, "ImageOrientationPatient"), 2))))
             for s in sorted(slices, key=lambda s: int(s["InstanceNumber"]))]
    if any(b <= a for a, b in zip(order, order[1:])):
        print(folder, "is not numbered along its normal")
    for voxel in voxels.split(";"):
        i, j, k, value = voxel.split()
        place = (affine @ [int(i), int(j), int(k), 1])[:3]
        hits = []
        for s in slices:
            along, down = np.split(numbers(s, "ImageOrientationPatient"), 2)
            row_spacing, column_spacing = numbers(s, "PixelSpacing")
            offset = place - numbers(s, "ImagePositionPatient")
            column, row = np.dot(offset, along) / column_spacing, np.dot(offset, down) / row_spacing
            near = numbers(s, "ImagePositionPatient") + along * column_spacing * round(column) + down * row_spacing * round(row)
            if np.linalg.norm(near - place) <= 1e-3:
                stored = int(s["pixels"][round(row), round(column)])
                hits.append(stored * float(s["RescaleSlope"]) + float(s["RescaleIntercept"]))
        if len(hits) != 1 or not abs(hits[0] - float(value)) <= float(tolerance):
            print(folder, "voxel", i, j, k, "is", hits, "instead of", value)


series = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
dumped = dump([one[0] for one in series])
for one in series:
    check(dumped[one[0]], *one)
print("checked", len(series))
