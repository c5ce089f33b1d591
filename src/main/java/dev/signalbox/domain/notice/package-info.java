/// What a person wants to be told of while they look elsewhere: which changes count, and when it is quiet.
@NullMarked
package dev.signalbox.domain.notice;

import org.jspecify.annotations.NullMarked;
