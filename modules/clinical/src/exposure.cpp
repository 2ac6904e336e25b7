#include <facet/clinical/exposure.h>
#include <facet/core/text.h>

#include <algorithm>

namespace facet::clinical {
namespace {

const Drug* drugOf(const std::string& atc, const std::string& name) {
  const Drug* drug = drugByAtc(atc);
  return drug != nullptr ? drug : drugByName(name);
}

bool sameDrug(const Drug* a, const std::string& nameA, const Drug* b, const std::string& nameB) {
  return a != nullptr || b != nullptr ? a == b : toLowerAscii(trimText(nameA)) == toLowerAscii(trimText(nameB));
}

bool startsEarlier(const Treatment& a, const Treatment& b) {
  return a.start.earliest() != b.start.earliest() ? a.start.earliest() < b.start.earliest() : a.id < b.id;
}

/// Whether the same drug goes on without a day between; known only from exact dates.
bool continues(const Episode& episode, const Treatment& next) {
  if (!episode.stop) {
    return true;
  }
  return episode.stopReason.empty() && episode.stop->isExact() && next.start.isExact() &&
         next.start.earliest() <= episode.stop->latest() + std::chrono::days(1);
}

std::vector<Episode> episodesOf(const PatientRecord& record) {
  std::vector<const Treatment*> treatments;
  for (const Treatment& treatment : record.treatments) {
    treatments.push_back(&treatment);
  }
  std::sort(treatments.begin(), treatments.end(),
            [](const Treatment* a, const Treatment* b) { return startsEarlier(*a, *b); });

  std::vector<Episode> episodes;
  for (const Treatment* treatment : treatments) {
    const Drug* drug = drugOf(treatment->atc, treatment->name);
    const auto goesOn = std::find_if(episodes.begin(), episodes.end(), [&](const Episode& episode) {
      return sameDrug(episode.drug, episode.name, drug, treatment->name) && continues(episode, *treatment);
    });
    if (goesOn == episodes.end()) {
      Episode episode{.treatmentIds = {treatment->id},
                      .drug = drug,
                      .name = drug != nullptr ? drug->name : treatment->name,
                      .start = treatment->start,
                      .stop = treatment->stop,
                      .stopReason = treatment->stopReason,
                      .span = {},
                      .doses = {}};
      episodes.push_back(std::move(episode));
      continue;
    }
    goesOn->treatmentIds.push_back(treatment->id);
    if (!treatment->stop || !goesOn->stop || treatment->stop->latest() >= goesOn->stop->latest()) {
      goesOn->stop = treatment->stop;
      goesOn->stopReason = treatment->stopReason;
    }
  }
  return episodes;
}

void setSpans(std::vector<Episode>& episodes, std::optional<Day> lastContact) {
  for (Episode& episode : episodes) {
    episode.span.begin = rangeOf(episode.start);
    if (episode.stop) {
      episode.span.end = rangeOf(*episode.stop);
    } else {
      episode.span.end = rangeOf(lastContact.value_or(episode.start.latest()));
      episode.span.kind = SpanEnd::Open;
    }
  }
}

/// The episode that a dose belongs to: the one it names, else the one of the same drug at that time.
Episode* episodeOf(std::vector<Episode>& episodes, const Administration& dose) {
  if (!dose.treatmentId.empty()) {
    for (Episode& episode : episodes) {
      const auto& ids = episode.treatmentIds;
      if (std::find(ids.begin(), ids.end(), dose.treatmentId) != ids.end()) {
        return &episode;
      }
    }
  }
  const Drug* drug = drugOf(dose.atc, dose.name);
  for (Episode& episode : episodes) {
    const bool within = dose.date >= episode.span.begin.earliest &&
                        (episode.span.kind == SpanEnd::Open || dose.date <= episode.span.end.latest);
    if (within && sameDrug(episode.drug, episode.name, drug, dose.name)) {
      return &episode;
    }
  }
  return nullptr;
}

std::vector<Gap> gapsOf(const std::vector<Episode>& episodes, std::optional<Day> lastContact) {
  struct Covered {
    DayRange until;
    std::size_t by;
  };
  std::vector<Gap> gaps;
  std::optional<Covered> covered;
  for (std::size_t i = 0; i < episodes.size(); ++i) {
    const Span& span = episodes[i].span;
    if (isContradictory(span)) {
      continue;
    }
    if (covered && span.begin.earliest <= covered->until.latest) {
      covered->by = span.end.latest > covered->until.latest ? i : covered->by;
      covered->until = {std::max(covered->until.earliest, span.end.earliest),
                        std::max(covered->until.latest, span.end.latest)};
    } else {
      if (covered) {
        gaps.push_back({covered->by, i, {covered->until, span.begin, SpanEnd::Closed}, {}});
      }
      covered = {span.end, i};
    }
    if (span.kind == SpanEnd::Open) {
      return gaps;
    }
  }
  if (covered && lastContact && *lastContact > covered->until.latest) {
    gaps.push_back({covered->by, std::nullopt, {covered->until, rangeOf(*lastContact), SpanEnd::Open}, {}});
  }
  return gaps;
}

/// The latest of days that were given to it.
class Latest {
public:
  void add(Day day) { m_day = m_day ? std::max(*m_day, day) : day; }
  void add(const PartialDate& date) { add(date.earliest()); }
  void add(const std::optional<PartialDate>& date) {
    if (date) {
      add(*date);
    }
  }
  [[nodiscard]] std::optional<Day> day() const { return m_day; }

private:
  std::optional<Day> m_day;
};

} // namespace

std::optional<Day> lastContact(const PatientRecord& record, Day asOf) {
  if (record.person.death) {
    asOf = std::min(asOf, record.person.death->latest());
  }
  Latest latest;
  const auto add = [&](const auto& date) {
    if (rangeOf(date).earliest <= asOf) {
      latest.add(date);
    }
  };
  const auto addIf = [&](const std::optional<PartialDate>& date) {
    if (date) {
      add(*date);
    }
  };
  addIf(record.person.death);
  if (record.onset) {
    addIf(record.onset->onset);
    addIf(record.onset->diagnosis);
  }
  for (const Phase& phase : record.phases) {
    add(phase.start);
    addIf(phase.end);
  }
  for (const Visit& visit : record.visits) {
    add(visit.date);
  }
  for (const Relapse& relapse : record.relapses) {
    add(relapse.onset);
    addIf(relapse.end);
  }
  for (const Treatment& treatment : record.treatments) {
    add(treatment.start);
    addIf(treatment.stop);
  }
  for (const Administration& dose : record.administrations) {
    add(dose.date);
  }
  for (const AdverseEvent& event : record.adverseEvents) {
    add(event.date);
  }
  for (const Measurement& measurement : record.measurements) {
    add(measurement.date);
  }
  for (const Finding& finding : record.findings) {
    addIf(finding.date);
  }
  for (const Pregnancy& pregnancy : record.pregnancies) {
    add(pregnancy.conception);
    addIf(pregnancy.end);
  }
  for (const MriExam& exam : record.exams) {
    add(exam.date);
  }
  return latest.day();
}

Exposure exposureOf(const PatientRecord& record, Day asOf) {
  Exposure exposure;
  exposure.lastContact = lastContact(record, asOf);
  exposure.episodes = episodesOf(record);
  setSpans(exposure.episodes, exposure.lastContact);
  exposure.gaps = gapsOf(exposure.episodes, exposure.lastContact);
  for (std::size_t i = 0; i < record.administrations.size(); ++i) {
    const Administration& dose = record.administrations[i];
    if (Episode* episode = episodeOf(exposure.episodes, dose)) {
      episode->doses.push_back(i);
      continue;
    }
    for (Gap& gap : exposure.gaps) {
      if (contains(gap.span, rangeOf(dose.date)) != Answer::No) {
        gap.doses.push_back(i);
      }
    }
  }
  return exposure;
}

std::vector<Overlap> overlapsOf(const Exposure& exposure, std::size_t episode) {
  std::vector<Overlap> overlaps;
  for (std::size_t i = 0; i < exposure.episodes.size(); ++i) {
    if (i == episode) {
      continue;
    }
    const Days days = overlapOf(exposure.episodes[episode].span, exposure.episodes[i].span);
    if (days.most > 0) {
      overlaps.push_back({i, days});
    }
  }
  return overlaps;
}

} // namespace facet::clinical
