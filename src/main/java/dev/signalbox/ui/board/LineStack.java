package dev.signalbox.ui.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Where lines of known heights lie, one under the other. Pure.
final class LineStack {

    static final LineStack EMPTY = new LineStack(List.of(), List.of(), line -> 0);

    private final List<String> keys;
    private final double[] tops;
    private final Map<String, Integer> places;

    /// @param keys of the lines
    LineStack(List<BoardLine> lines, List<String> keys, ToDoubleFunction<BoardLine> height) {
        this.keys = keys;
        tops = new double[lines.size() + 1];
        places = HashMap.newHashMap(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            tops[i + 1] = tops[i] + height.applyAsDouble(lines.get(i));
            places.putIfAbsent(keys.get(i), i);
        }
    }

    int size() {
        return keys.size();
    }

    double height() {
        return tops[size()];
    }

    double top(int line) {
        return tops[line];
    }

    double height(int line) {
        return tops[line + 1] - tops[line];
    }

    /// The line at that height; the last one below all.
    int at(double y) {
        int low = 0;
        int high = size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tops[middle] <= y) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.max(0, low);
    }

    /// -1 when there is none of that key.
    int indexOf(String key) {
        return places.getOrDefault(key, -1);
    }

    String key(int line) {
        return keys.get(line);
    }

    /// How far to scroll in `next`, so that what stood at the top of this one at `scroll` stays where it is on the screen:
    /// the line of `preferred` if it was in sight, else the first line in sight that is still there. Who stands at the
    /// very top wants to see what comes there.
    double follow(LineStack next, double scroll, double sight, int preferred) {
        if (size() == 0) {
            return 0;
        }
        if (preferred >= 0 && preferred < size() && top(preferred) + height(preferred) > scroll
                && top(preferred) < scroll + sight && next.indexOf(key(preferred)) >= 0) {
            return next.top(next.indexOf(key(preferred))) - top(preferred) + scroll;
        }
        for (int i = at(scroll); scroll > 0 && i < size(); i++) {
            int there = next.indexOf(key(i));
            if (there >= 0) {
                return next.top(there) - top(i) + scroll;
            }
        }
        return scroll;
    }
}
