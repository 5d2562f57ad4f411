/**
 * The contract of every topic, as classes generated from the schemas.
 *
 * <p>Not null-marked: Avro's classes bear no null annotations. A getter of a nullable field returns
 * null when the field is absent; all others return a value.
 */
package io.leadpulse.schemas;
