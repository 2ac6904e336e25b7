#include <facet/synthetic/phantom.h>

namespace facet::synthetic {
namespace {

Scanner usualScanner(int group) {
  switch (group) {
  case 0:
    return {.manufacturer = "Siemens", .model = "Prisma", .fieldTesla = 3};
  case 1:
    return {.manufacturer = "Philips", .model = "Ingenia", .fieldTesla = 3};
  case 2:
    return {.manufacturer = "Siemens", .model = "Avanto", .fieldTesla = 1.5};
  default:
    return {.manufacturer = "GE", .model = "Discovery MR750", .fieldTesla = 3};
  }
}

} // namespace

ScanSetup demoSetup(int patient, int visit) {
  const int group = patient % 4;
  ScanSetup setup;
  setup.output = group == 3 ? ImageOutput::Dicom : ImageOutput::Nifti;
  setup.protocol = group >= 2 ? Protocol::Thick2D : Protocol::ThreeD1mm;
  setup.scanner = usualScanner(group);
  setup.gadolinium = Gadolinium::Given;
  if (group == 0 && visit % 3 == 1) {
    setup.scanner = {.manufacturer = "Philips", .model = "Achieva", .fieldTesla = 1.5};
  }
  if (group == 1 && visit % 3 == 1) {
    setup.motion = HeadMotion::Moved;
  }
  if (group >= 2 && visit % 3 == 2) {
    setup.gadolinium = Gadolinium::NotGiven;
  }
  return setup;
}

} // namespace facet::synthetic
