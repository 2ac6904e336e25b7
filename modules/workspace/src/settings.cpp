#include <facet/workspace/settings.h>

#include <QHash>
#include <QSettings>

#include <algorithm>

namespace facet::workspace {

namespace {

class MemoryStore final : public SettingsStore {
public:
  [[nodiscard]] std::optional<QByteArray> read(const QString& key) const override {
    const auto found = m_values.constFind(key);
    return found == m_values.cend() ? std::nullopt : std::optional(*found);
  }
  void write(const QString& key, const QByteArray& value) override { m_values.insert(key, value); }

private:
  QHash<QString, QByteArray> m_values;
};

class FileStore final : public SettingsStore {
public:
  explicit FileStore(const QString& file)
      : m_settings(file, QSettings::IniFormat) {}

  [[nodiscard]] std::optional<QByteArray> read(const QString& key) const override {
    const QVariant value = m_settings.value(key);
    return value.isValid() ? std::optional(value.toByteArray()) : std::nullopt;
  }
  void write(const QString& key, const QByteArray& value) override { m_settings.setValue(key, value); }

private:
  QSettings m_settings;
};

bool isChoice(const ChoiceSetting& setting, const QString& word) {
  return setting.choices.empty() ||
         std::find(setting.choices.begin(), setting.choices.end(), word) != setting.choices.end();
}

bool isInRange(const NumberSetting& setting, int value) {
  return value >= setting.least && value <= setting.most;
}

} // namespace

Settings::Settings(std::unique_ptr<SettingsStore> store, QObject* parent)
    : QObject(parent)
    , m_store(std::move(store)) {}

QString Settings::get(const ChoiceSetting& setting) const {
  const std::optional<QByteArray> stored = m_store->read(setting.key);
  const QString word = stored ? QString::fromUtf8(*stored) : setting.fallback;
  return isChoice(setting, word) ? word : setting.fallback;
}

int Settings::get(const NumberSetting& setting) const {
  bool valid = false;
  const int value = m_store->read(setting.key).value_or(QByteArray()).toInt(&valid);
  return valid && isInRange(setting, value) ? value : setting.fallback;
}

QByteArray Settings::get(const StateSetting& setting) const {
  return QByteArray::fromBase64(m_store->read(setting.key).value_or(QByteArray()));
}

void Settings::set(const ChoiceSetting& setting, const QString& value) {
  if (isChoice(setting, value)) {
    write(setting.key, value.toUtf8());
  }
}

void Settings::set(const NumberSetting& setting, int value) {
  if (isInRange(setting, value)) {
    write(setting.key, QByteArray::number(value));
  }
}

void Settings::set(const StateSetting& setting, const QByteArray& value) {
  write(setting.key, value.toBase64());
}

void Settings::write(const QString& key, const QByteArray& value) {
  if (m_store->read(key) != value) {
    m_store->write(key, value);
    Q_EMIT changed(key);
  }
}

std::unique_ptr<SettingsStore> memorySettings() {
  return std::make_unique<MemoryStore>();
}

std::unique_ptr<SettingsStore> fileSettings(const QString& file) {
  return std::make_unique<FileStore>(file);
}

} // namespace facet::workspace
