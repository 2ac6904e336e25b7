"""Compares images that went through another format with the originals, by nibabel.

Arguments: folder of originals, folder of the same names that came back, largest difference allowed in a float image that
went through 16 bits, as a share of its range. Every voxel must have its value at its place. One line for each difference.
"""

import pathlib
import sys

import nibabel as nib
import numpy as np

originals, returned, share = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), float(sys.argv[3])
count = 0
for path in sorted(originals.glob("*.nii")):
    before, after = nib.load(path), nib.load(returned / path.name)
    a, b = before.get_fdata(), after.get_fdata()
    index = np.indices(b.shape).reshape(3, -1)
    place = after.affine[:3, :3] @ index + after.affine[:3, 3:]
    inverse = np.linalg.inv(before.affine)
    there = np.rint(inverse[:3, :3] @ place + inverse[:3, 3:]).astype(int)
    apart = np.linalg.norm(before.affine[:3, :3] @ there + before.affine[:3, 3:] - place, axis=0).max()
    if sorted(a.shape) != sorted(b.shape) or there.min() < 0 or (there.max(axis=1) >= a.shape).any() or apart > 1e-3:
        print(path.name, "has voxels elsewhere, by", apart, "mm")
        continue
    if len({tuple(t) for t in there.T}) != a.size:
        print(path.name, "has lost voxels")
    error = np.abs(a[tuple(there)] - b.reshape(-1)).max()
    allowed = share * (a.max() - a.min()) if path.stem.endswith("float32") else 0
    if error > allowed:
        print(path.name, "has other values, by", error)
    wanted = before.get_data_dtype()
    if share == 0 and after.get_data_dtype() != wanted:
        print(path.name, "came back as", after.get_data_dtype(), "instead of", wanted)
    count += 1
print("checked", count)
