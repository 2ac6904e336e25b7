#pragma once

#include "command.h"

namespace facet::cli {

/// `report PATIENT --out F.pdf`: one patient's report as PDF.
void addReport(CLI::App& app, Action& chosen);

} // namespace facet::cli
