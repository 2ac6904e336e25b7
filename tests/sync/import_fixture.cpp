#include "import_fixture.h"

#include <facet/core/files.h>
#include <facet/imaging/image_io.h>

#include <QtGlobal>

namespace facet::sync::testing {
namespace {

template <class R>
void must(const R& result) {
  if (!result) {
    qFatal("%s", describe(result.error()).c_str());
  }
}

} // namespace

imaging::Grid smallGrid(std::int64_t i, std::int64_t j, std::int64_t k) {
  imaging::Grid grid;
  grid.size = {i, j, k};
  grid.lpsFromIjk.matrix = {{{1, 0, 0}, {0, 1.5, 0}, {0, 0, 3}}};
  grid.lpsFromIjk.offset = {-12.5, 7.25, 40};
  return grid;
}

imaging::Volume smallImage(int seed, const imaging::Grid& grid) {
  std::vector<std::int16_t> voxels(grid.size.voxels());
  for (std::size_t at = 0; at < voxels.size(); ++at) {
    voxels[at] = static_cast<std::int16_t>((at * 37 + static_cast<std::size_t>(seed) * 101) % 1000);
  }
  return *imaging::makeVolume(grid, std::move(voxels));
}

imaging::Volume smallMask(int seed, const imaging::Grid& grid) {
  std::vector<std::uint8_t> voxels(grid.size.voxels());
  for (std::size_t at = 0; at < voxels.size(); ++at) {
    voxels[at] = (at + static_cast<std::size_t>(seed)) % 7 == 0 ? 1 : 0;
  }
  return *imaging::makeVolume(grid, std::move(voxels));
}

ImportFixture::ImportFixture()
    : m_root(std::filesystem::canonical(m_dir.path().toStdString())) {}

void ImportFixture::write(const std::string& name, const std::string& bytes) const {
  std::filesystem::create_directories((m_root / name).parent_path());
  must(writeFileAtomically(m_root / name, bytes));
}

void ImportFixture::image(const std::string& name, const imaging::Volume& volume) const {
  std::filesystem::create_directories((m_root / name).parent_path());
  NullProgress progress;
  must(imaging::writeImage(volume, m_root / name, {}, progress));
}

void ImportFixture::dicom(const std::string& folder, const imaging::Volume& volume,
                          const imaging::DicomWriteOptions& options) const {
  std::filesystem::create_directories((m_root / folder).parent_path());
  NullProgress progress;
  must(imaging::writeDicomSeries(volume, m_root / folder, options, progress));
}

imaging::DicomWriteOptions ImportFixture::series(const std::string& description, const std::string& day, int number) {
  imaging::DicomWriteOptions options;
  options.facts.modality = "MR";
  options.facts.seriesDescription = description;
  options.facts.seriesNumber = number;
  options.facts.studyUid = "1.2.826." + day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2);
  options.facts.seriesUid = options.facts.studyUid + "." + std::to_string(number);
  options.facts.studyDate = *parseIsoDay(day);
  options.identity = {"CLINIC", "4711-Z", "Doe^Jane", "19800229", "F", "ACC-99"};
  options.institution = "Hospital Nowhere";
  return options;
}

std::string linesOf(const std::vector<Notice>& notices) {
  std::string text;
  for (const Notice& notice : notices) {
    text += describe(notice) + "\n";
  }
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace facet::sync::testing
