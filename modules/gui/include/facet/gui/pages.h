#pragma once

#include <facet/gui/page.h>
#include <facet/gui/palette.h>

namespace facet::gui {

/// Every page of the window, in the order of the rail.
[[nodiscard]] std::vector<PageEntry> allPages();

/// The list of all people with search, sorting and worklists; opens a patient.
[[nodiscard]] PageEntry patientsPage();
/// What is new since a visit, in at most ten lines.
[[nodiscard]] PageEntry overviewPage();
/// The MRI of two visits with their lesions.
[[nodiscard]] PageEntry mriPage();
/// The course of one person on one axis of time, or as a table.
[[nodiscard]] PageEntry timelinePage();
/// What happened under each treatment and between them.
[[nodiscard]] PageEntry responsePage();
/// One patient's report: its pages, what is in it, and its export as PDF.
[[nodiscard]] PageEntry reportPage();
/// The copy that is open: its releases, what was not taken, and the ways in for more.
[[nodiscard]] PageEntry syncPage();

/// Finds people by their pseudonym for the command palette. What `context` refers to must outlive it.
[[nodiscard]] PaletteProvider patientProvider(const PageContext& context);

} // namespace facet::gui
