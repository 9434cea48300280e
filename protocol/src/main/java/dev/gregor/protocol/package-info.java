/** placeholder */
package dev.gregor.protocol;
