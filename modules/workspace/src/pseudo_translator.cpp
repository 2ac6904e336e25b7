#include "pseudo_translator.h"

#include <cmath>
#include <cstring>

namespace facet::workspace {

namespace {

constexpr double kLonger = 0.35;

QChar accented(QChar letter) {
  static const QString plain = QStringLiteral("AaCcDdEeGgIiNnOoRrSsTtUuYyZz");
  static const QString marked = QStringLiteral("ÅåÇçĐđÉéĞğÎîÑñÖöŘřŠšŤťÛûÝýŽž");
  const auto at = plain.indexOf(letter);
  return at < 0 ? letter : marked[at];
}

/// Whether a text is a pattern (a date format), which would lose its meaning.
bool isPattern(const char* comment) {
  return comment != nullptr && std::strstr(comment, "format") != nullptr;
}

} // namespace

QString PseudoTranslator::translate(const char* /*context*/, const char* source, const char* comment, int /*n*/) const {
  QString text = QString::fromUtf8(source);
  if (text.isEmpty() || isPattern(comment)) {
    return text;
  }
  QString out;
  bool inTag = false;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c == QLatin1Char('<')) {
      inTag = true;
    }
    if (inTag) {
      out += c;
      inTag = c != QLatin1Char('>');
    } else if (c == QLatin1Char('%') && i + 1 < text.size()) {
      out += c;
      out += text[++i];
    } else {
      out += accented(c);
    }
  }
  const auto extra = static_cast<qsizetype>(std::lround(static_cast<double>(text.size()) * kLonger));
  return QLatin1Char('[') + out + QString(extra, QLatin1Char('~')) + QLatin1Char(']');
}

} // namespace facet::workspace
