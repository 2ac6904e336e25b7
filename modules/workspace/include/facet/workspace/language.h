#pragma once

#include <facet/core/result.h>

#include <QLocale>
#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace facet::workspace {

/// A language that the window can speak.
struct Language {
  QString code; ///< "en", "de"
  QString name; ///< in the language itself
};

/// The languages with a complete translation, in the order in which they are offered.
[[nodiscard]] std::vector<Language> languages();

/// The pseudo-locale's code: every text accented, lengthened by a third and bracketed, to find texts that are not
/// translated or have no room.
inline constexpr const char* kPseudoLanguage = "qps";

/// The language of the system if Facet has it, else English.
[[nodiscard]] QString systemLanguage();

/// The number and date format that goes with a language: the system's where it is in that language.
[[nodiscard]] QLocale localeFor(const QString& code);

/// What turns texts into a language, or none for a code that Facet does not have.
[[nodiscard]] std::unique_ptr<QTranslator> translatorFor(const QString& code);

/// Puts a language into the application and takes it out again when destroyed.
class ApplicationLanguage {
public:
  ApplicationLanguage();
  ~ApplicationLanguage();
  ApplicationLanguage(const ApplicationLanguage&) = delete;
  ApplicationLanguage& operator=(const ApplicationLanguage&) = delete;

  /// Errors: NotFound for a code that is neither in languages() nor the pseudo-locale; the language stays then.
  Result<void> set(const QString& code);
  [[nodiscard]] const QString& code() const { return m_code; }

private:
  void remove();

  QString m_code;
  std::unique_ptr<QTranslator> m_own;
  std::unique_ptr<QTranslator> m_qts;
};

} // namespace facet::workspace
