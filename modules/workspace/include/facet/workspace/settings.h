#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace facet::workspace {

/// Where settings are kept: named texts. They hold how the program looks and behaves, never anything of a patient.
class SettingsStore {
public:
  SettingsStore() = default;
  SettingsStore(const SettingsStore&) = delete;
  SettingsStore& operator=(const SettingsStore&) = delete;
  virtual ~SettingsStore() = default;

  [[nodiscard]] virtual std::optional<QByteArray> read(const QString& key) const = 0;
  virtual void write(const QString& key, const QByteArray& value) = 0;
};

/// A setting that is one of a few words. Those who own a setting declare it as a constant.
struct ChoiceSetting {
  QString key;
  QString fallback;
  std::vector<QString> choices; ///< empty: any word
};

/// A whole number within a range.
struct NumberSetting {
  QString key;
  int fallback = 0;
  int least = 0;
  int most = 0;
};

/// Bytes that only their owner can read: a window's place, a splitter's state.
struct StateSetting {
  QString key;
};

/// Typed access to a store. What is missing, unreadable or out of range reads as the setting's fallback.
class Settings : public QObject {
  Q_OBJECT

public:
  explicit Settings(std::unique_ptr<SettingsStore> store, QObject* parent = nullptr);

  [[nodiscard]] QString get(const ChoiceSetting& setting) const;
  [[nodiscard]] int get(const NumberSetting& setting) const;
  [[nodiscard]] QByteArray get(const StateSetting& setting) const;

  /// A word that is no choice, or a number out of range, is not written.
  void set(const ChoiceSetting& setting, const QString& value);
  void set(const NumberSetting& setting, int value);
  void set(const StateSetting& setting, const QByteArray& value);

Q_SIGNALS:
  /// A setting has a new value.
  void changed(const QString& key);

private:
  void write(const QString& key, const QByteArray& value);

  std::unique_ptr<SettingsStore> m_store;
};

/// Keeps settings in memory: for tests and for `--grab`, which shall not depend on earlier runs.
[[nodiscard]] std::unique_ptr<SettingsStore> memorySettings();
/// Keeps settings in an INI file, written soon after a change.
[[nodiscard]] std::unique_ptr<SettingsStore> fileSettings(const QString& file);

} // namespace facet::workspace
