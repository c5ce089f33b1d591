/// What somebody is asked when the console is connected for the first time: accounts and what they may do, repositories,
/// clusters, and the board that is proposed.
@NullMarked
package dev.signalbox.domain.setup;

import org.jspecify.annotations.NullMarked;
