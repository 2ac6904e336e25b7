#include <facet/workspace/job_model.h>
#include <facet/workspace/job_runner.h>

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QtTest>

#include <stdexcept>

using namespace facet;
using namespace facet::workspace;

namespace {

JobSpec spec(JobKind kind = JobKind::Interactive, JobCancelling cancelling = JobCancelling::Allowed) {
  return {FACET_TEXT("test", "Counting"), kind, cancelling};
}

/// Runs until it is asked to stop.
Result<int> untilStopped(Progress& progress) {
  while (!progress.stopRequested()) {
    QThread::yieldCurrentThread();
  }
  return cancelledError();
}

} // namespace

class TestJobs : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void givesTheResultInTheGuiThread() {
    JobRunner runner;
    QThread* ranIn = nullptr;
    QThread* arrivedIn = nullptr;
    int value = 0;
    auto future = runner
                      .run(spec(),
                           [&](Progress&) -> Result<int> {
                             ranIn = QThread::currentThread();
                             return 42;
                           })
                      .then(this, [&](Result<int> result) {
                        arrivedIn = QThread::currentThread();
                        value = *result;
                      });
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(value, 42);
    QVERIFY(ranIn != thread());
    QCOMPARE(arrivedIn, thread());
  }

  void carriesErrorsAndMovesValues() {
    JobRunner runner;
    auto failed = runner.run(spec(), [](Progress&) -> Result<void> {
      return Error{ErrorCode::Io, "a", FACET_TEXT("test", "cannot be read")};
    });
    failed.waitForFinished();
    QCOMPARE(failed.result().error().code, ErrorCode::Io);
    auto owned = runner.run(spec(), [part = std::make_unique<int>(7)](Progress&) -> Result<std::unique_ptr<int>> {
      return std::make_unique<int>(*part);
    });
    owned.waitForFinished();
    QCOMPARE(*owned.takeResult().value(), 7);
  }

  void turnsAnExceptionIntoAnError() {
    JobRunner runner;
    auto future = runner.run(spec(), [](Progress&) -> Result<int> { throw std::runtime_error("out of luck"); });
    future.waitForFinished();
    QCOMPARE(future.result().error().code, ErrorCode::Internal);
    QVERIFY(describe(future.result().error()).find("out of luck") != std::string::npos);
  }

  void listsWhatRuns() {
    JobRunner runner;
    JobModel& model = runner.model();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changes(&model, &JobModel::dataChanged);
    QSemaphore reported;
    QSemaphore release;
    auto future = runner.run(spec(), [&](Progress& progress) -> Result<void> {
      progress.setFraction(0.5);
      progress.setFraction(0.25);
      progress.setStep(FACET_TEXT("test", "file %1").with("b"));
      reported.release();
      release.acquire();
      return {};
    });
    QCOMPARE(model.rowCount(), 1);
    reported.acquire();
    QTRY_VERIFY(!changes.isEmpty());
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data().toString(), QStringLiteral("Counting"));
    QCOMPARE(row.data(JobModel::FractionRole).toDouble(), 0.5); // never falls
    QCOMPARE(row.data(JobModel::StepRole).toString(), QStringLiteral("file b"));
    QVERIFY(row.data(JobModel::CancellableRole).toBool());
    QVERIFY(!row.data(JobModel::WaitingRole).toBool());
    QVERIFY(!model.data(model.index(9), Qt::DisplayRole).isValid());
    QSignalSpy idle(&runner, &JobRunner::becameIdle);
    release.release();
    QVERIFY(idle.wait());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(runner.isIdle());
  }

  void stopsOnlyWhatMayBeStopped() {
    JobRunner runner;
    JobModel& model = runner.model();
    QSemaphore release;
    auto free = runner.run(spec(), untilStopped);
    auto bound = runner.run(spec(JobKind::Interactive, JobCancelling::Never), [&](Progress& progress) -> Result<bool> {
      release.acquire();
      return progress.stopRequested();
    });
    QVERIFY(!model.index(1).data(JobModel::CancellableRole).toBool());
    runner.cancel(model.index(0).data(JobModel::IdRole).toULongLong());
    runner.cancel(model.index(1).data(JobModel::IdRole).toULongLong());
    runner.cancel(999);
    free.waitForFinished();
    QCOMPARE(free.result().error().code, ErrorCode::Cancelled);
    release.release();
    bound.waitForFinished();
    QVERIFY(!*bound.result());
  }

  void someoneWhoWaitsNeverQueuesBehindBackgroundJobs() {
    JobRunner runner;
    JobModel& model = runner.model();
    for (int i = 0; i < 4; ++i) {
      auto unused = runner.run(spec(JobKind::Background), untilStopped);
    }
    QVERIFY(!model.index(1).data(JobModel::WaitingRole).toBool());
    QVERIFY(model.index(2).data(JobModel::WaitingRole).toBool());
    auto quick = runner.run(spec(), [](Progress&) -> Result<int> { return 1; });
    quick.waitForFinished();
    QCOMPARE(*quick.result(), 1);
    // One that was stopped while it waited ends without having run.
    runner.cancel(model.index(3).data(JobModel::IdRole).toULongLong());
    QTRY_COMPARE(model.rowCount(), 3);
    // The next in line begins when there is room.
    runner.cancel(model.index(0).data(JobModel::IdRole).toULongLong());
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(!model.index(1).data(JobModel::WaitingRole).toBool());
  }

  void closingStopsAndWaits() {
    QFuture<Result<int>> running;
    QFuture<Result<int>> waiting;
    {
      JobRunner runner;
      auto unused = runner.run(spec(JobKind::Background), untilStopped);
      running = runner.run(spec(JobKind::Background, JobCancelling::Never), untilStopped);
      waiting = runner.run(spec(JobKind::Background), [](Progress&) -> Result<int> { return 5; });
    }
    QVERIFY(running.isFinished());
    QCOMPARE(running.result().error().code, ErrorCode::Cancelled);
    QVERIFY(waiting.isFinished());
    QCOMPARE(waiting.result().error().code, ErrorCode::Cancelled);
  }

  void dropsLateResults() {
    JobRunner runner;
    QList<int> arrived;
    QSemaphore release;
    JobScope scope(runner);
    const auto slow = [&release](int value) {
      return [&release, value](Progress&) -> Result<int> {
        release.acquire();
        return value;
      };
    };
    scope.run(spec(), slow(1), [&](Result<int> result) { arrived << *result; });
    QVERIFY(scope.isBusy());
    scope.restart();
    QVERIFY(!scope.isBusy());
    scope.run(spec(), slow(2), [&](Result<int> result) { arrived << *result; });
    QSignalSpy idle(&runner, &JobRunner::becameIdle);
    release.release(2);
    QVERIFY(idle.wait());
    QTRY_COMPARE(arrived, QList<int>{2});
    QVERIFY(!scope.isBusy());
  }

  void forgetsAnOwnerThatIsGone() {
    JobRunner runner;
    bool arrived = false;
    QSemaphore release;
    {
      JobScope scope(runner);
      scope.run(
          spec(),
          [&](Progress&) -> Result<int> {
            release.acquire();
            return 1;
          },
          [&](const Result<int>&) { arrived = true; });
    }
    QSignalSpy idle(&runner, &JobRunner::becameIdle);
    release.release();
    QVERIFY(idle.wait());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!arrived);
  }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
