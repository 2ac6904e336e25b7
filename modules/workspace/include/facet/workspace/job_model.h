#pragma once

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace facet::workspace {

class JobState;

/// The unfinished jobs of a JobRunner, oldest first. Display text is the title in the user's language.
class JobModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role {
    IdRole = Qt::UserRole, ///< quint64 for JobRunner::cancel
    StepRole,              ///< what is being done now; may be empty
    FractionRole,          ///< 0 … 1, or an invalid QVariant while nothing is known
    CancellableRole,       ///< whether the user may stop it; false once it was asked to
    WaitingRole,           ///< whether it has not begun
    StoppingRole           ///< whether it was asked to stop
  };

  explicit JobModel(QObject* parent = nullptr)
      : QAbstractListModel(parent) {}

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
  friend class JobRunner;
  void append(std::shared_ptr<JobState> state);
  void remove(const JobState& state);
  /// Tells the views of rows whose numbers changed since the last call.
  void refresh();

  struct Row {
    std::shared_ptr<JobState> state;
    quint64 seenVersion = 0;
  };
  std::vector<Row> m_rows;
};

} // namespace facet::workspace
