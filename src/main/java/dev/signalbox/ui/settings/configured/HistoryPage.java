package dev.signalbox.ui.settings.configured;

import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import java.util.List;

/// How much of the past is kept on this machine.
public final class HistoryPage {

    private static final double WIDTH = 110;

    private final ConfigForm form;

    public HistoryPage(ConfigDesk desk) {
        form = new ConfigForm("history", desk);
    }

    public SettingsPage page() {
        return new SettingsPage("history", "History", "fth-archive", List.of(
                new Setting(
                        "runs", "Keep runs", "How old runs, jobs and deployments become before they are forgotten.",
                        List.of("age", "days", "database", "retention"),
                        () -> form.field("history-runs", ConfigDesk.RUNS, "Keep runs", "400", "days", WIDTH)),
                new Setting(
                        "backfill", "Fetch the past",
                        "How far back older runs are fetched when nothing else needs the requests; 0 for not at all.",
                        List.of("backfill", "older", "days"),
                        () -> form.field(
                                "history-backfill", ConfigDesk.BACKFILL, "Fetch the past", "90", "days", WIDTH)),
                new Setting(
                        "logs", "Keep logs",
                        "What kept logs and their search may take on the disk; the oldest go first. 0 keeps none.",
                        List.of("size", "disk", "megabytes", "space"),
                        () -> form.field("history-logs", ConfigDesk.LOGS, "Keep logs", "1000", "MB", WIDTH)),
                form.keep()));
    }
}
