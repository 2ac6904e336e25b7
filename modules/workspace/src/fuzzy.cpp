#include <facet/workspace/fuzzy.h>

#include <algorithm>
#include <limits>

namespace facet::workspace {

namespace {

constexpr double kNone = -std::numeric_limits<double>::infinity();
constexpr double kWordStart = 8;
constexpr double kTextStart = 4;
constexpr double kRun = 6;
constexpr double kGap = -0.2;
constexpr qsizetype kLongestQuery = 64;
constexpr qsizetype kLongestText = 256;

bool isSkipped(QChar c) {
  return c.isSpace() || c == QLatin1Char('-');
}

bool startsWord(const QString& text, qsizetype i) {
  return i == 0 || (text[i].isLetterOrNumber() && !text[i - 1].isLetterOrNumber());
}

bool containsInOrder(const QString& needle, const QString& text) {
  qsizetype at = 0;
  for (const QChar c : needle) {
    while (at < text.size() && text[at] != c) {
      ++at;
    }
    if (at == text.size()) {
      return false;
    }
    ++at;
  }
  return true;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text) {
  QString needle;
  for (const QChar c : query.left(kLongestQuery)) {
    if (!isSkipped(c)) {
      needle += c.toCaseFolded();
    }
  }
  QString hay = text.left(kLongestText);
  for (QChar& c : hay) {
    c = c.toCaseFolded();
  }
  if (needle.isEmpty()) {
    return FuzzyMatch{};
  }
  if (!containsInOrder(needle, hay)) {
    return std::nullopt;
  }
  // best[q][t]: best score of the first q+1 characters with the last of them at t.
  const auto rows = static_cast<std::size_t>(needle.size());
  const auto columns = static_cast<std::size_t>(hay.size());
  std::vector<double> best(rows * columns, kNone);
  std::vector<int> from(rows * columns, -1);
  for (std::size_t q = 0; q < rows; ++q) {
    double reach = kNone; // best of the row above up to t - 2, less the gap up to here
    int reachFrom = -1;
    for (std::size_t t = 0; t < columns; ++t) {
      if (q > 0 && t >= 2) {
        reach += kGap;
        const double above = best[(q - 1) * columns + t - 2] + kGap;
        if (above > reach) {
          reach = above;
          reachFrom = static_cast<int>(t) - 2;
        }
      }
      if (hay[static_cast<qsizetype>(t)] != needle[static_cast<qsizetype>(q)]) {
        continue;
      }
      double score = startsWord(hay, static_cast<qsizetype>(t)) ? kWordStart : 1;
      int origin = -1;
      if (q == 0) {
        score += t == 0 ? kTextStart : kGap * static_cast<double>(t);
      } else {
        const double run = t > 0 ? best[(q - 1) * columns + t - 1] + kRun : kNone;
        const double before = std::max(run, reach);
        if (before == kNone) {
          continue;
        }
        origin = run >= reach ? static_cast<int>(t) - 1 : reachFrom;
        score += before;
      }
      best[q * columns + t] = score;
      from[q * columns + t] = origin;
    }
  }
  const auto last = best.begin() + static_cast<std::ptrdiff_t>((rows - 1) * columns);
  const auto top = std::max_element(last, last + static_cast<std::ptrdiff_t>(columns));
  if (*top == kNone) {
    return std::nullopt;
  }
  FuzzyMatch match;
  // A short text that fits is more likely meant than a long one.
  match.score = *top - 0.05 * static_cast<double>(columns);
  match.places.resize(rows);
  auto t = static_cast<int>(top - last);
  for (std::size_t q = rows; q-- > 0;) {
    match.places[q] = t;
    t = from[q * columns + static_cast<std::size_t>(t)];
  }
  return match;
}

} // namespace facet::workspace
