#include "record.h"

#include <facet/clinical/tables.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::synthetic {

using namespace clinical;
using std::chrono::days;

namespace {

/// Writes the doses of one treatment.
class Doses {
public:
  Doses(const RecordParts& parts, std::size_t index)
      : m_parts(parts)
      , m_index(index)
      , m_spell(parts.history.spells[index])
      , m_random(streamOf(parts.history.traits, Purpose::Doses, static_cast<std::uint32_t>(index)))
      , m_end(m_spell.stop ? std::min(*m_spell.stop, parts.history.until) : parts.history.until) {}

  void write() {
    const std::string_view name = m_spell.drug->name;
    if (name == "natalizumab") {
      writeNatalizumab();
    } else if (name == "ocrelizumab") {
      give(m_spell.start, 300);
      give(later(m_spell.start, 14), 300);
      writeEvery(m_spell.start, 182, 600, 1.0);
    } else if (name == "rituximab") {
      give(m_spell.start, 1000);
      // Doses are spaced out over the years.
      writeEvery(m_spell.start, 182, 500, 1.12);
    } else if (name == "ublituximab") {
      give(m_spell.start, 150);
      give(later(m_spell.start, 14), 450);
      writeEvery(m_spell.start, 168, 450, 1.0);
    } else if (name == "alemtuzumab") {
      writeDays(m_spell.start, 5, 12);
      writeDays(m_spell.start + days(364), 3, 12);
    } else if (name == "cladribine") {
      writeCladribine();
    }
  }

private:
  Day later(Day day, int after) { return workday(day + days(after), m_random); }

  void give(Day day, double doseMg) {
    // What is given on the day of the decision to stop no longer belongs to the treatment.
    const bool before =
        m_spell.stop ? day < *m_spell.stop || (m_spell.reason == "course-complete" && day <= *m_spell.stop) : true;
    if (!before || day > m_end || day < m_parts.history.traits.entry - days(30)) {
      ++m_number;
      return;
    }
    const Treatment& treatment = m_parts.record.treatments[m_index];
    Administration made;
    made.id = treatment.id + "-d" + std::to_string(++m_number);
    made.treatmentId = treatment.id;
    made.atc = treatment.atc;
    made.name = treatment.name;
    made.date = day;
    made.doseMg = doseMg;
    m_parts.record.administrations.push_back(std::move(made));
  }

  void writeEvery(Day start, int interval, double doseMg, double stretch) {
    double between = interval;
    Day planned = start;
    while (true) {
      const bool pandemic = planned > *dayOf(2020, 1, 1) && planned < *dayOf(2021, 3, 1);
      const double delay = m_random.chance(pandemic ? 0.4 : 0.06) ? m_random.uniform(20, 90) : m_random.uniform(-4, 12);
      planned = plusDays(planned, between + delay);
      between = std::min(between * stretch, 365.0);
      if (planned > m_end) {
        return;
      }
      planned = workday(planned, m_random);
      give(planned, doseMg);
    }
  }

  void writeNatalizumab() {
    // Since about 2018 some sites give it every six weeks after the first year.
    const bool extends = m_random.chance(0.5);
    Day day = m_spell.start;
    while (day <= m_end) {
      give(day, 300);
      const bool extended = extends && yearOf(day) >= 2018 && day > m_spell.start + days(365);
      day = workday(day + days((extended ? 42 : 28) + (m_random.chance(0.1) ? 7 : 0)), m_random);
    }
  }

  /// Days in a row that neither begin before a weekend nor meet one.
  void writeDays(Day start, int count, double doseMg) {
    const std::chrono::weekday weekday(start);
    const int room = 6 - static_cast<int>(weekday.c_encoding());
    const int shift = room >= count ? 0 : (8 - static_cast<int>(weekday.c_encoding())) % 7;
    for (int i = 0; i < count; ++i) {
      give(later(start, shift + i), doseMg);
    }
  }

  /// 3.5 mg/kg over two years, in tablets of 10 mg; each week of treatment is one record.
  void writeCladribine() {
    const double weight = m_parts.history.traits.sex == Sex::Male ? m_random.uniform(68, 98) : m_random.uniform(52, 86);
    const double week = std::round(weight * 1.75 / 2 / 10) * 10;
    for (const int after : {0, 28, 364, 392}) {
      give(later(m_spell.start, after), week);
    }
  }

  const RecordParts& m_parts;
  std::size_t m_index;
  const Spell& m_spell;
  RandomStream m_random;
  Day m_end;
  int m_number = 0;
};

struct SideEffect {
  std::string_view drug; ///< beginning of the name
  std::string_view term;
  double perYear = 0; ///< in the first year; a third of it later
  bool serious = false;
};

// Side effects that the drugs' product information lists; how often is a parameter of the simulation.
constexpr std::array<SideEffect, 30> kSideEffects = {{
    {"interferon", "Flu-like symptoms", 0.25, false},
    {"interferon", "Injection site reaction", 0.15, false},
    {"interferon", "Raised liver enzymes", 0.05, false},
    {"peginterferon", "Flu-like symptoms", 0.25, false},
    {"peginterferon", "Injection site reaction", 0.2, false},
    {"glatiramer", "Injection site reaction", 0.25, false},
    {"glatiramer", "Immediate post-injection reaction", 0.07, false},
    {"glatiramer", "Lipoatrophy", 0.04, false},
    {"teriflunomide", "Hair thinning", 0.2, false},
    {"teriflunomide", "Diarrhoea", 0.12, false},
    {"teriflunomide", "Raised liver enzymes", 0.08, false},
    {"dimethyl", "Flushing", 0.3, false},
    {"dimethyl", "Abdominal pain", 0.2, false},
    {"dimethyl", "Lymphopenia", 0.04, false},
    {"diroximel", "Flushing", 0.25, false},
    {"fingolimod", "Bradycardia after the first dose", 0.04, false},
    {"fingolimod", "Macular oedema", 0.008, true},
    {"fingolimod", "Herpes zoster", 0.02, false},
    {"natalizumab", "Infusion reaction", 0.05, false},
    {"natalizumab", "Hypersensitivity reaction", 0.02, true},
    {"alemtuzumab", "Infusion reaction", 0.8, false},
    {"alemtuzumab", "Autoimmune thyroid disease", 0.12, false},
    {"alemtuzumab", "Immune thrombocytopenia", 0.01, true},
    {"ocrelizumab", "Infusion reaction", 0.3, false},
    {"ocrelizumab", "Upper respiratory tract infection", 0.15, false},
    {"ocrelizumab", "Pneumonia", 0.01, true},
    {"rituximab", "Infusion reaction", 0.2, false},
    {"rituximab", "Urinary tract infection", 0.1, false},
    {"ofatumumab", "Injection reaction", 0.2, false},
    {"cladribine", "Herpes zoster", 0.03, false},
}};

std::string_view termOfStop(const Spell& spell, RandomStream& random) {
  std::vector<std::string_view> terms;
  for (const SideEffect& effect : kSideEffects) {
    if (spell.drug->name.starts_with(effect.drug)) {
      terms.push_back(effect.term);
    }
  }
  return terms.empty() ? "Headache" : terms[random.below(static_cast<std::uint32_t>(terms.size()))];
}

} // namespace

void addDoses(const RecordParts& parts) {
  for (std::size_t i = 0; i < parts.history.spells.size(); ++i) {
    Doses(parts, i).write();
  }
  std::stable_sort(parts.record.administrations.begin(), parts.record.administrations.end(),
                   [](const Administration& a, const Administration& b) { return a.date < b.date; });
}

void addSideEffects(const RecordParts& parts) {
  const History& history = parts.history;
  for (std::size_t i = 0; i < history.spells.size(); ++i) {
    const Spell& spell = history.spells[i];
    const Day end = spell.stop ? std::min(*spell.stop, history.until) : history.until;
    if (end < history.traits.entry) {
      continue;
    }
    int number = 0;
    const auto add = [&](Day day, std::string_view term, bool serious, bool toTheDay) {
      const std::chrono::year_month_day ymd(day);
      const auto month = PartialDate::fromYearMonth(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()));
      const std::string& treatment = parts.record.treatments[i].id;
      AdverseEvent made{.id = treatment + "-e" + std::to_string(++number),
                        .treatmentId = treatment,
                        .date = toTheDay ? PartialDate(day) : *month,
                        .term = std::string(term),
                        .serious = serious};
      parts.record.adverseEvents.push_back(std::move(made));
    };
    RandomStream random = streamOf(history.traits, Purpose::SideEffects, static_cast<std::uint32_t>(i));
    for (const SideEffect& effect : kSideEffects) {
      const double early = random.exponential(effect.perYear);
      const double late = random.exponential(effect.perYear / 3);
      const bool toTheDay = random.chance(0.6);
      const Day day = plusDays(spell.start, 365.25 * (early < 1 ? early : 1 + late));
      if (spell.drug->name.starts_with(effect.drug) && day < end && day >= history.traits.entry) {
        add(day, effect.term, effect.serious, toTheDay);
      }
    }
    if (spell.stop && (spell.reason == "adverse-event" || spell.reason == "intolerance") &&
        *spell.stop > history.traits.entry) {
      add(std::max(spell.start, *spell.stop - days(10)), termOfStop(spell, random), false, true);
    }
  }
  std::stable_sort(parts.record.adverseEvents.begin(), parts.record.adverseEvents.end(),
                   [](const AdverseEvent& a, const AdverseEvent& b) { return a.date.earliest() < b.date.earliest(); });
}

} // namespace facet::synthetic
