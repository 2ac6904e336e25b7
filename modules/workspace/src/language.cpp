#include "facet_resources.h"
#include "pseudo_translator.h"

#include <facet/workspace/language.h>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <string_view>

namespace facet::workspace {

namespace {

const QString kEnglish = QStringLiteral("en");

std::string_view compiledTranslation(const QString& code) {
  if (code == kEnglish) {
    return resources::facet_en_qm;
  }
  if (code == QLatin1String("de")) {
    return resources::facet_de_qm;
  }
  return {};
}

} // namespace

std::vector<Language> languages() {
  return {{kEnglish, QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

QString systemLanguage() {
  QString wanted = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
  for (const Language& language : languages()) {
    if (language.code == wanted) {
      return wanted;
    }
  }
  return kEnglish;
}

QLocale localeFor(const QString& code) {
  const QLocale system = QLocale::system();
  if (system.name().section(QLatin1Char('_'), 0, 0) == code) {
    return system;
  }
  return code == QLatin1String("de") ? QLocale(QLocale::German, QLocale::Germany)
                                     : QLocale(QLocale::English, QLocale::UnitedStates);
}

std::unique_ptr<QTranslator> translatorFor(const QString& code) {
  if (code == QLatin1String(kPseudoLanguage)) {
    return std::make_unique<PseudoTranslator>();
  }
  const std::string_view bytes = compiledTranslation(code);
  auto translator = std::make_unique<QTranslator>();
  if (bytes.empty() ||
      !translator->load(reinterpret_cast<const uchar*>(bytes.data()), static_cast<int>(bytes.size()))) {
    return nullptr;
  }
  return translator;
}

ApplicationLanguage::ApplicationLanguage() = default;

ApplicationLanguage::~ApplicationLanguage() {
  remove();
}

void ApplicationLanguage::remove() {
  for (auto* translator : {&m_own, &m_qts}) {
    if (*translator) {
      QCoreApplication::removeTranslator(translator->get());
      translator->reset();
    }
  }
}

Result<void> ApplicationLanguage::set(const QString& code) {
  std::unique_ptr<QTranslator> own = translatorFor(code);
  if (!own) {
    return Error{ErrorCode::NotFound, code.toStdString(), FACET_TEXT("workspace", "Facet has no such language")};
  }
  remove();
  m_code = code;
  m_own = std::move(own);
  // Texts of Qt's own dialogs; the pseudo-locale covers them itself.
  auto qts = std::make_unique<QTranslator>();
  if (code != QLatin1String(kPseudoLanguage) &&
      qts->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    m_qts = std::move(qts);
    QCoreApplication::installTranslator(m_qts.get());
  }
  QLocale::setDefault(localeFor(code));
  QCoreApplication::installTranslator(m_own.get());
  return {};
}

} // namespace facet::workspace
