package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the clock is made of.
///
/// @param folds groups that a person folded (true) or unfolded (false)
/// @param since when the attempt began; jobs that ended before it were kept from an earlier one
/// @param expected when the run should be over, while it goes on and that is known
/// @param usual how long jobs usually take, by name
record ClockFacts(
        List<Job> jobs,
        Map<String, Boolean> folds,
        @Nullable Instant since,
        @Nullable Instant expected,
        Map<String, Duration> usual,
        Instant now) {}
