#include <facet/workspace/response.h>

#include <algorithm>

namespace facet::workspace {
namespace {

using namespace clinical;

constexpr double kDaysPerYear = 365.25;

std::optional<RelapseRate> rateOf(const RelapseCount& relapses, const Days& days) {
  const auto certain = static_cast<std::int64_t>(relapses.certain.size());
  const auto all = certain + static_cast<std::int64_t>(relapses.possible.size());
  const auto lowest = analytics::exactPoissonRate(certain, days.most / kDaysPerYear);
  const auto highest = analytics::exactPoissonRate(all, days.least / kDaysPerYear);
  if (!lowest || !highest) {
    return std::nullopt;
  }
  return RelapseRate{*lowest, *highest};
}

Segment countIn(const PatientRecord& record, const Span& span) {
  Segment segment;
  segment.contradictory = isContradictory(span);
  if (segment.contradictory) {
    return segment;
  }
  segment.days = lengthOf(span);
  segment.relapses = relapsesIn(record, span);
  segment.rate = rateOf(segment.relapses, segment.days);
  segment.edss = edssIn(record, span);
  segment.scans = scansIn(record, span);
  return segment;
}

Segment segmentOf(const PatientRecord& record, const Exposure& exposure, std::size_t episode) {
  const Span& span = exposure.episodes[episode].span;
  Segment segment = countIn(record, span);
  segment.episode = episode;
  if (segment.contradictory) {
    return segment;
  }
  segment.overlaps = overlapsOf(exposure, episode);
  const Span year = yearBefore(span);
  segment.yearBefore = relapsesIn(record, year);
  if (record.onset && record.onset->onset && contains(year, rangeOf(*record.onset->onset)) != Answer::No) {
    segment.onsetWithinYearBefore = daysBetween(rangeOf(*record.onset->onset), span.begin);
  }
  return segment;
}

} // namespace

Response responseOf(const PatientRecord& record, Day asOf) {
  Response response;
  response.exposure = exposureOf(record, asOf);
  for (std::size_t i = 0; i < response.exposure.episodes.size(); ++i) {
    response.segments.push_back(segmentOf(record, response.exposure, i));
  }
  for (std::size_t i = 0; i < response.exposure.gaps.size(); ++i) {
    response.segments.push_back(countIn(record, response.exposure.gaps[i].span));
    response.segments.back().gap = i;
  }
  std::stable_sort(response.segments.begin(), response.segments.end(), [&](const Segment& a, const Segment& b) {
    return spanOf(response.exposure, a).begin.earliest < spanOf(response.exposure, b).begin.earliest;
  });
  return response;
}

const Span& spanOf(const Exposure& exposure, const Segment& segment) {
  return segment.episode ? exposure.episodes[*segment.episode].span : exposure.gaps[*segment.gap].span;
}

} // namespace facet::workspace
