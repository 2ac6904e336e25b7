#include <facet/workspace/language.h>
#include <facet/workspace/texts.h>

#include <QCoreApplication>
#include <QDate>
#include <QTranslator>

#include <chrono>

namespace facet::workspace {

namespace {

QString fromStd(const std::string& text) {
  return QString::fromStdString(text);
}

QDate toQDate(Day day) {
  return QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay() + day.time_since_epoch().count());
}

/// Completed calendar months from one day to another.
int completedMonths(Day from, Day to) {
  const QDate begin = toQDate(from);
  const QDate end = toQDate(to);
  const int months = (end.year() - begin.year()) * 12 + end.month() - begin.month();
  return begin.addMonths(months) > end ? months - 1 : months;
}

} // namespace

Texts::Texts() = default;

Result<Texts> Texts::inLanguage(const QString& code) {
  Texts texts;
  texts.m_translator = translatorFor(code);
  if (!texts.m_translator) {
    return Error{ErrorCode::NotFound, code.toStdString(), FACET_TEXT("workspace", "Facet has no such language")};
  }
  texts.m_locale = localeFor(code);
  return texts;
}

QString Texts::translate(const char* context, const char* source, const char* comment, int n) const {
  if (!m_translator) {
    return QCoreApplication::translate(context, source, comment, n);
  }
  QString text = m_translator->translate(context, source, comment, n);
  if (text.isNull()) {
    text = QString::fromUtf8(source);
  }
  return n < 0 ? text : text.replace(QLatin1String("%n"), QString::number(n));
}

QString Texts::say(const Message& message) const {
  if (message.empty()) {
    return {};
  }
  const QString sentence = translate(message.context(), message.source());
  return fromStd(fillPlaces(sentence.toStdString(), message.arguments()));
}

QString Texts::describe(const std::string& subject, const Message& reason, const Message& place) const {
  QString text = subject.empty() ? say(reason) : fromStd(subject) + QLatin1String(": ") + say(reason);
  if (!place.empty()) {
    text += QLatin1String(" (") + say(place) + QLatin1Char(')');
  }
  return text;
}

QString Texts::describe(const Error& error) const {
  return describe(error.subject, error.reason, error.place);
}

QString Texts::describe(const Notice& notice) const {
  return describe(notice.subject, notice.reason, notice.place);
}

QString Texts::date(Day day) const {
  return m_locale.toString(toQDate(day), translate("workspace", "d MMM yyyy", "date format"));
}

QString Texts::date(const PartialDate& date) const {
  return date.isExact() ? this->date(date.earliest()) : month(date);
}

QString Texts::month(const PartialDate& date) const {
  if (date.precision() == DatePrecision::Year) {
    return QString::number(date.year());
  }
  return m_locale.toString(toQDate(date.earliest()), translate("workspace", "MMM yyyy", "date format"));
}

QString Texts::number(double value, int decimals) const {
  QString text = m_locale.toString(value, 'f', decimals);
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString Texts::count(qint64 value) const {
  QString text = m_locale.toString(value);
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString Texts::duration(Day from, Day to) const {
  const auto days = (to - from).count();
  const int months = completedMonths(from, to);
  if (months < 3) {
    return say(FACET_TEXT("workspace", "%1 d").with(days));
  }
  if (months < 24) {
    return say(FACET_TEXT("workspace", "%1 mo").with(months));
  }
  return say(FACET_TEXT("workspace", "%1 y").with(number(yearsBetween(from, to), 1).toStdString()));
}

} // namespace facet::workspace
