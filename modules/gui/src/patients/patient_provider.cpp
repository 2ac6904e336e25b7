#include <facet/gui/pages.h>
#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/fuzzy.h>
#include <facet/workspace/patient_list.h>

#include <algorithm>

namespace facet::gui {

namespace {

constexpr std::size_t kMost = 20;

PaletteItem itemOf(const PageContext& context, const workspace::PatientRow& row, workspace::FuzzyMatch match) {
  const workspace::Texts texts;
  PaletteItem item;
  item.title = QString::fromStdString(row.id);
  item.detail = row.kind == clinical::PersonKind::Control ? texts.say(FACET_TEXT("workspace", "control"))
                                                          : workspace::courseName(texts, row.course);
  item.icon = Icon::Patients;
  item.score = match.score;
  item.matched = std::move(match.places);
  item.run = [&navigator = context.navigator, id = item.title] { navigator.openPatient(id); };
  return item;
}

} // namespace

PaletteProvider patientProvider(const PageContext& context) {
  return [context](const QString& query) {
    const workspace::PatientRowsPtr& rows = context.patients.rows();
    std::vector<PaletteItem> items;
    if (!rows || query.trimmed().isEmpty()) {
      return items;
    }
    struct Hit {
      std::size_t row;
      workspace::FuzzyMatch match;
    };
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < rows->rows.size(); ++i) {
      if (auto match = workspace::fuzzyMatch(query, QString::fromStdString(rows->rows[i].id))) {
        hits.push_back({i, std::move(*match)});
      }
    }
    const std::size_t most = std::min(kMost, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(most), hits.end(),
                      [](const Hit& a, const Hit& b) { return a.match.score > b.match.score; });
    for (std::size_t i = 0; i < most; ++i) {
      items.push_back(itemOf(context, rows->rows[hits[i].row], std::move(hits[i].match)));
    }
    return items;
  };
}

} // namespace facet::gui
