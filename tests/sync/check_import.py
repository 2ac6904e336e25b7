"""Prints what nibabel and pydicom find in images, for tst_import_data.

Arguments: image files, or folders with one DICOM series. One line each: path, i, j, k, voxel type, the twelve numbers of
the LPS map from voxel indices, smallest and largest stored voxel, their sum, and the sum of voxel · (1 + index % 1021).
"""

import pathlib
import sys

import nibabel as nib
import numpy as np


def series(folder):
    import pydicom

    slices = [pydicom.dcmread(path) for path in pathlib.Path(folder).rglob("*.dcm")]
    along, down = np.split(np.array(slices[0].ImageOrientationPatient, float), 2)
    normal = np.cross(along, down)
    slices.sort(key=lambda s: float(np.dot(normal, np.array(s.ImagePositionPatient, float))))
    first, last = (np.array(s.ImagePositionPatient, float) for s in (slices[0], slices[-1]))
    rows, columns = (float(v) for v in slices[0].PixelSpacing)
    affine = np.eye(4)
    affine[:3, 0], affine[:3, 1], affine[:3, 2], affine[:3, 3] = (
        along * columns, down * rows, (last - first) / (len(slices) - 1), first)
    return np.stack([s.pixel_array.T for s in slices], axis=2), affine


for path in sys.argv[1:]:
    if pathlib.Path(path).is_dir():
        voxels, affine = series(path)
    else:
        image = nib.load(path)
        voxels, affine = np.asanyarray(image.dataobj.get_unscaled()), np.diag([-1, -1, 1, 1]) @ image.affine
    flat = voxels.reshape(-1, order="F").astype(np.float64)
    weights = 1 + np.arange(flat.size) % 1021
    print(path, *voxels.shape, voxels.dtype.name, *(repr(float(v)) for v in affine[:3].reshape(-1)),
          *(repr(float(v)) for v in (flat.min(), flat.max(), flat.sum(), (flat * weights).sum())), sep="\t")
