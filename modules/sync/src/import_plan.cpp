#include "import_scan.h"

#include <algorithm>

namespace facet::sync {

Result<ImportPlan> planImport(std::span<const std::filesystem::path> paths, Progress& progress) {
  auto scan = scanForImport(paths, progress);
  if (!scan) {
    return scan.error();
  }
  refuseSharedNames(*scan);
  ImportPlan plan;
  for (FoundPatient& patient : scan->patients) {
    PlannedPatient planned;
    planned.kind = patient.kind;
    planned.name = std::move(patient.name);
    for (FoundImage& image : patient.images) {
      planned.images.push_back(std::move(image.plan));
    }
    plan.patients.push_back(std::move(planned));
  }
  plan.refused = std::move(scan->refused);
  plan.warnings = std::move(scan->warnings);
  return plan;
}

} // namespace facet::sync
