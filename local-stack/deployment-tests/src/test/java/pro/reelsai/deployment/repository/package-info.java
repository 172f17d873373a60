/** What the repository holds: its files, its services and what they can be told. */
@NullMarked
package pro.reelsai.deployment.repository;

import org.jspecify.annotations.NullMarked;
