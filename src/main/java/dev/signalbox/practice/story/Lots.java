package dev.signalbox.practice.story;

import java.util.random.RandomGenerator;

/// Draws lots for one part of the team, so that parts that run side by side do not change each other's luck. Thread-safe,
/// the same for the same seed (SplitMix64), and guessable: tokens are not drawn here.
final class Lots implements RandomGenerator {

    private long state;

    Lots(long seed) {
        state = seed;
    }

    @Override
    public synchronized long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
