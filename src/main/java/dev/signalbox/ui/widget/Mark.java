package dev.signalbox.ui.widget;

import org.kordamp.ikonli.feather.Feather;

/// A status as people see it: a shape, a tone and a word. Two marks never differ in colour alone.
public enum Mark {
    GOOD(Feather.CHECK, Tone.OK, "good"),
    WARNING(Feather.ALERT_TRIANGLE, Tone.WARN, "warning"),
    BAD(Feather.X, Tone.BAD, "failed"),
    ALERT(Feather.ALERT_OCTAGON, Tone.BAD, "alert"),
    MOVING(Feather.PLAY, Tone.RUN, "moving"),
    WAITING(Feather.CLOCK, Tone.WARN, "waiting"),
    PEOPLE(Feather.USERS, Tone.WARN, "waits for people"),
    PAUSED(Feather.PAUSE, Tone.WARN, "paused"),
    QUEUED(Feather.MORE_HORIZONTAL, Tone.IDLE, "queued"),
    IDLE(Feather.MINUS, Tone.IDLE, "idle"),
    STOPPED(Feather.SLASH, Tone.IDLE, "stopped"),
    DRIFT(Feather.GIT_BRANCH, Tone.WARN, "drifted"),
    UNKNOWN(Feather.HELP_CIRCLE, Tone.WARN, "unknown");

    private final Feather shape;
    private final Tone tone;
    private final String word;

    Mark(Feather shape, Tone tone, String word) {
        this.shape = shape;
        this.tone = tone;
        this.word = word;
    }

    public Feather shape() {
        return shape;
    }

    public Tone tone() {
        return tone;
    }

    public String word() {
        return word;
    }
}
