"""Writes NIfTI files with nibabel into a folder, and on standard output one line a file: what nibabel reads back.

Line: name TAB type TAB sizes TAB affine (RAS, 12 numbers) TAB voxels ("i j k value;…"). Numbers are exact (repr).
"""

import sys

import nibabel as nib
import numpy as np

folder = sys.argv[1]
rng = np.random.default_rng(7)


def rotation(x, y, z):
    cx, sx, cy, sy, cz, sz = np.cos(x), np.sin(x), np.cos(y), np.sin(y), np.cos(z), np.sin(z)
    rx = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    ry = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    rz = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return rz @ ry @ rx


def affine(matrix, offset):
    out = np.eye(4)
    out[:3, :3] = matrix
    out[:3, 3] = offset
    return out


oblique = affine(rotation(0.3, -0.2, 0.1) @ np.diag([0.9, 1.1, 3.0]), [-90.5, 126.25, -72])
mirrored = affine(rotation(-0.4, 0.15, 2.9) @ np.diag([-0.9, 1.1, 3.0]), [88, -100, 30.5])
sheared = oblique.copy()
sheared[:3, 2] += 0.3 * sheared[:3, 0]


def report(name, image):
    image = nib.load(f"{folder}/{name}")
    values = image.get_fdata()
    while values.ndim < 3:
        values = values[..., np.newaxis]
    values = values.reshape(values.shape[:3])
    points = [tuple(int(rng.integers(n)) for n in values.shape) for _ in range(12)]
    points += [(0, 0, 0), tuple(n - 1 for n in values.shape)]
    voxels = ";".join(f"{i} {j} {k} {float(values[i, j, k])!r}" for i, j, k in points)
    rows = " ".join(repr(float(v)) for v in image.affine[:3].ravel())
    print(name, image.get_data_dtype().newbyteorder("=").name, " ".join(map(str, values.shape)), rows, voxels, sep="\t")


def save(name, kind, dtype, matrix, sform=1, qform=1, endianness="<", slope=None, shape=(7, 6, 5), qmatrix=None):
    dtype = np.dtype(dtype)
    if dtype.kind == "f":
        data = rng.normal(0, 300, shape).astype(dtype)
        data.flat[3] = np.nan
        data.flat[0] = np.inf
    else:
        info = np.iinfo(dtype)
        data = rng.integers(max(info.min, -(2**31)), info.max, shape, dtype=np.int64, endpoint=True).astype(dtype)
    header = {1: nib.Nifti1Header, 2: nib.Nifti2Header}[kind[0]](endianness=endianness)
    header.set_data_dtype(dtype)
    image = kind[1](data, None, header)
    image.header.set_data_dtype(dtype)
    image.set_sform(matrix if sform else None, sform)
    image.set_qform(qmatrix if qmatrix is not None else matrix, qform)
    if slope:
        image.header.set_slope_inter(*slope)
    nib.save(image, f"{folder}/{name}")
    report(name, image)


one = (1, nib.Nifti1Image)
two = (2, nib.Nifti2Image)
types = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"]
for dtype in types:
    for label, kind in (("1", one), ("2", two)):
        for endianness, order in (("<", "little"), (">", "big")):
            name = f"{dtype}-{label}-{order}.nii" + (".gz" if (label == "1") == (order == "big") else "")
            save(name, kind, dtype, oblique if order == "big" else mirrored, endianness=endianness)
for label, matrix in (("oblique", oblique), ("mirrored", mirrored)):
    save(f"qform-{label}.nii.gz", one, "int16", matrix, sform=0)
    save(f"sform-{label}.nii.gz", one, "int16", matrix, qform=0)
save("sheared.nii.gz", one, "int16", sheared, qform=0)
save("half-turn.nii", one, "int16", affine(np.diag([-1.0, -1.0, 1.0]), [3, 4, 5]), sform=0)
save("conflict.nii", one, "int16", oblique, sform=4, qform=1, qmatrix=mirrored)
save("slope.nii.gz", one, "int16", oblique, slope=(0.5, -10))
save("pair.hdr", (1, nib.Nifti1Pair), "int16", oblique)
save("pair2.hdr", (2, nib.Nifti2Pair), "float32", mirrored, endianness=">")
save("four.nii.gz", one, "uint8", oblique, shape=(4, 5, 6, 1))
save("slice.nii", one, "uint8", oblique, shape=(4, 5, 1))
save("flat.nii", one, "uint8", oblique, shape=(4, 5))
save("MNI.nii.gz", one, "uint8", oblique, sform=4, qform=0)
save("none.nii", one, "int16", np.diag([-2.0, 2.0, 3.0, 1.0]), sform=0, qform=0)
