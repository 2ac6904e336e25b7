"""Writes the grids of the conversion test as NIfTI, with nibabel: 48 axis orders and 20 obliques, in four voxel types.

Half of the grids are left-handed. Each file is named GRID-TYPE.nii; voxels differ from their neighbours.
"""

import itertools
import sys

import nibabel as nib
import numpy as np

folder = sys.argv[1]
rng = np.random.default_rng(11)
SHAPE = (6, 5, 4)
SPACING = (0.9, 1.25, 3.0)
grids = {}
for order in itertools.permutations(range(3)):
    for signs in itertools.product((1, -1), repeat=3):
        matrix = np.zeros((3, 3))
        for axis in range(3):
            matrix[order[axis], axis] = signs[axis] * SPACING[axis]
        grids["axes" + "".join(map(str, order)) + "".join("+" if s > 0 else "-" for s in signs)] = matrix
for index in range(20):
    q, r = np.linalg.qr(rng.normal(size=(3, 3)))
    q *= np.sign(np.diag(r))
    if np.linalg.det(q) < 0:
        q[:, 0] *= -1
    if index % 2:
        q[:, index // 2 % 3] *= -1
    grids[f"oblique{index:02}"] = q @ np.diag(rng.uniform(0.5, 4, 3))

for name, matrix in grids.items():
    affine = np.eye(4)
    affine[:3, :3] = matrix
    affine[:3, 3] = rng.uniform(-150, 150, 3)
    for dtype in ("int16", "uint8", "uint16", "float32"):
        if dtype == "float32":
            data = rng.normal(500, 200, SHAPE).astype(dtype)
        else:
            info = np.iinfo(dtype)
            data = rng.integers(info.min, info.max, SHAPE, endpoint=True).astype(dtype)
            data.flat[0], data.flat[-1] = info.min, info.max
        image = nib.Nifti1Image(data, affine)
        image.set_sform(affine, 1)
        image.set_qform(None, 0)
        nib.save(image, f"{folder}/{name}-{dtype}.nii")
print(len(grids))
