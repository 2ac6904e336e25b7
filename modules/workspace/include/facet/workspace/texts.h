#pragma once

#include <facet/core/date.h>
#include <facet/core/result.h>

#include <QLocale>
#include <QString>

#include <memory>

class QTranslator;

namespace facet::workspace {

/// Says messages, dates and numbers in one language: by default the application's, or another one for a report.
/// A copy is cheap. Thread: the application's language is read when a text is made, in the GUI thread only; a Texts of
/// inLanguage() may be used from any thread.
class Texts {
public:
  /// In the application's language and its number format.
  Texts();
  /// In the language of a code such as "de" or "en", whatever the application's is.
  /// Errors: NotFound where Facet has no translation for it.
  static Result<Texts> inLanguage(const QString& code);

  /// The translation of `source` in `context`, with %n replaced by `n` in the right plural form.
  [[nodiscard]] QString translate(const char* context, const char* source, const char* comment = nullptr,
                                  int n = -1) const;
  /// The sentence with its arguments filled in.
  [[nodiscard]] QString say(const Message& message) const;
  /// "subject: reason (place)", without the parts that are empty.
  [[nodiscard]] QString describe(const Error& error) const;
  [[nodiscard]] QString describe(const Notice& notice) const;

  [[nodiscard]] const QLocale& locale() const { return m_locale; }

  /// "14 Nov 2026".
  [[nodiscard]] QString date(Day day) const;
  /// "14 Nov 2026", "Nov 2026" or "2026", as far as it is known.
  [[nodiscard]] QString date(const PartialDate& date) const;
  /// "Nov 2026", or "2026" where the month is not known.
  [[nodiscard]] QString month(const PartialDate& date) const;
  /// Rounded to `decimals`, with the language's decimal sign and grouping, and a true minus sign.
  [[nodiscard]] QString number(double value, int decimals) const;
  [[nodiscard]] QString count(qint64 value) const;
  /// "23 d", "14 mo" (completed months, from three to twenty-three), "8.7 y": how long from one day to another.
  [[nodiscard]] QString duration(Day from, Day to) const;

private:
  [[nodiscard]] QString describe(const std::string& subject, const Message& reason, const Message& place) const;

  QLocale m_locale;
  std::shared_ptr<const QTranslator> m_translator; ///< none: the application's
};

/// A size as the number of Texts::translate. (lupdate does not see through a cast in its place.)
[[nodiscard]] inline int pluralCount(std::size_t size) {
  return static_cast<int>(size);
}

} // namespace facet::workspace
