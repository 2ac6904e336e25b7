"""Compares NIfTI files, read by nibabel, with what they should hold.

The file named first has one line a file: path TAB type TAB sizes TAB LPS-from-voxel affine (12 numbers) TAB
largest allowed difference of values TAB voxels ("i j k value;…"). Prints one line for each difference.
"""

import sys

import nibabel as nib
import numpy as np

RAS_FROM_LPS = np.diag([-1.0, -1.0, 1.0, 1.0])


def affine_of(text):
    return np.vstack([np.array(text.split(), float).reshape(3, 4), [0, 0, 0, 1]])


def check(path, dtype, sizes, affine, tolerance, voxels):
    image = nib.load(path)
    if image.get_data_dtype().name != dtype:
        print(path, "has type", image.get_data_dtype().name, "instead of", dtype)
    shape = tuple(map(int, sizes.split()))
    if image.shape != shape:
        print(path, "has shape", image.shape, "instead of", shape)
        return
    corners = np.array([[i, j, k, 1] for i in (0, shape[0] - 1) for j in (0, shape[1] - 1) for k in (0, shape[2] - 1)])
    wanted = RAS_FROM_LPS @ affine_of(affine) @ corners.T
    # Where both forms are set, each must be right: programs differ in which they take.
    forms = [("affine", image.affine)]
    for name, (form, code) in (("sform", image.get_sform(coded=True)), ("qform", image.get_qform(coded=True))):
        if code > 0:
            forms.append((name, form))
    for name, form in forms:
        apart = np.abs(form @ corners.T - wanted).max()
        if not apart <= 1e-3:
            print(path, name, "puts a corner", apart, "mm away")
    data = image.get_fdata()
    for voxel in voxels.split(";"):
        i, j, k, value = voxel.split()
        found = data[int(i), int(j), int(k)]
        if not (abs(found - float(value)) <= float(tolerance) or (np.isnan(found) and value == "nan")):
            print(path, "voxel", i, j, k, "is", found, "instead of", value)


count = 0
for line in open(sys.argv[1], encoding="utf-8"):
    check(*line.rstrip("\n").split("\t"))
    count += 1
print("checked", count)
