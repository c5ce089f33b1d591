package dev.signalbox.action;

import java.util.ArrayList;
import java.util.List;

/// Numbers everything that the console does to the world and to its disk, and breaks it at the number it is told.
final class Trace {

    private final List<String> points = new ArrayList<>();
    private int operations;
    private int failAt = -1;
    private int killAt = -1;
    private boolean dead;
    private Runnable death = () -> {};

    /// Makes the n-th operation fail (from 1).
    void failAt(int n) {
        failAt = n;
    }

    /// Ends the console's life at the n-th point (from 1): before or after an operation.
    void killAt(int n) {
        killAt = n;
    }

    /// Begins an operation; true when it is to fail.
    boolean begin(String what) {
        point("before " + what);
        return ++operations == failAt;
    }

    /// An operation has had its effect.
    void end(String what) {
        point("after " + what);
    }

    private void point(String what) {
        if (dead) {
            throw new Killed();
        }
        points.add(what);
        if (points.size() == killAt) {
            dead = true;
            death.run();
            throw new Killed();
        }
    }

    /// How a console dies at its point, where throwing is not dead enough.
    void diesBy(Runnable how) {
        death = how;
    }

    boolean wasKilled() {
        return dead;
    }

    int operations() {
        return operations;
    }

    List<String> points() {
        return List.copyOf(points);
    }

    /// The console is no more: nothing catches this.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
