/**
 * SmartChat from outside: a real server of the built EAR, over HTTP and WebSocket only. Each suite runs on the embedded
 * store and on PostgreSQL.
 */
package io.smartchat.it;
