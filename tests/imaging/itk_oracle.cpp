#include "itk_oracle.h"

#include <itkImage.h>
#include <itkImageFileReader.h>
#include <itkImageFileWriter.h>
#include <itkMetaImageIO.h>
#include <itkNrrdImageIO.h>

#include <cstring>

namespace facet::imaging::testing {
namespace {

itk::ImageIOBase::Pointer ioFor(ItkFormat format) {
  if (format == ItkFormat::Nrrd) {
    return itk::NrrdImageIO::New().GetPointer();
  }
  return itk::MetaImageIO::New().GetPointer();
}

template <class T>
void write(const Volume& volume, const std::filesystem::path& path, ItkFormat format, Compression compression) {
  using Image = itk::Image<T, 3>;
  const auto image = Image::New();
  const Grid& grid = volume.grid();
  typename Image::SizeType size;
  typename Image::SpacingType spacing;
  typename Image::PointType origin;
  typename Image::DirectionType direction;
  const Vec3 lengths = grid.spacingMm();
  const std::array<std::int64_t, 3> sizes = {grid.size.i, grid.size.j, grid.size.k};
  for (unsigned axis = 0; axis < 3; ++axis) {
    size[axis] = static_cast<itk::SizeValueType>(sizes[axis]);
    spacing[axis] = lengths[axis];
    origin[axis] = grid.lpsFromIjk.offset[axis];
    for (unsigned row = 0; row < 3; ++row) {
      direction[row][axis] = grid.lpsFromIjk.matrix[row][axis] / lengths[axis];
    }
  }
  image->SetRegions(size);
  image->SetSpacing(spacing);
  image->SetOrigin(origin);
  image->SetDirection(direction);
  image->Allocate();
  std::memcpy(image->GetBufferPointer(), volume.bytes().data(), volume.bytes().size());
  const auto writer = itk::ImageFileWriter<Image>::New();
  writer->SetImageIO(ioFor(format));
  writer->SetFileName(path.string());
  writer->SetUseCompression(compression == Compression::On);
  writer->SetInput(image);
  writer->Update();
}

} // namespace

std::optional<ItkImage> readWithItk(const std::filesystem::path& path, ItkFormat format, std::string& failure) {
  try {
    const auto io = ioFor(format);
    using Image = itk::Image<double, 3>;
    const auto reader = itk::ImageFileReader<Image>::New();
    reader->SetImageIO(io);
    reader->SetFileName(path.string());
    reader->Update();
    const Image* image = reader->GetOutput();
    ItkImage found;
    found.componentType = itk::ImageIOBase::GetComponentTypeAsString(io->GetComponentType());
    const auto size = image->GetLargestPossibleRegion().GetSize();
    found.grid.size = {static_cast<std::int64_t>(size[0]), static_cast<std::int64_t>(size[1]),
                       static_cast<std::int64_t>(size[2])};
    for (unsigned axis = 0; axis < 3; ++axis) {
      found.grid.lpsFromIjk.offset[axis] = image->GetOrigin()[axis];
      for (unsigned row = 0; row < 3; ++row) {
        found.grid.lpsFromIjk.matrix[row][axis] = image->GetDirection()[row][axis] * image->GetSpacing()[axis];
      }
    }
    found.values.assign(image->GetBufferPointer(), image->GetBufferPointer() + found.grid.size.voxels());
    return found;
  } catch (const std::exception& caught) {
    failure = caught.what();
    return std::nullopt;
  }
}

std::string writeWithItk(const Volume& volume, const std::filesystem::path& path, ItkFormat format,
                         Compression compression) {
  try {
    visitVoxels(volume,
                [&]<class T>(std::span<const T>) { write<std::remove_cv_t<T>>(volume, path, format, compression); });
    return {};
  } catch (const std::exception& caught) {
    return caught.what();
  }
}

} // namespace facet::imaging::testing
