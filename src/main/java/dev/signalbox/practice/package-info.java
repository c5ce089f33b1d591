/// An embedded team to practise on: a CI provider and clusters on loopback, speaking the real protocols.
@NullMarked
package dev.signalbox.practice;

import org.jspecify.annotations.NullMarked;
