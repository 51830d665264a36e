import { idOf } from "@viceversa/core/ids.ts";
import {
  changeNotificationPreferences,
  getNotificationPreferences,
  NotificationPreferences,
  NotificationPreferencesChange,
} from "@viceversa/core/person/index.ts";
import { z } from "zod";
import { operation, type Room } from "../operation.ts";

/** What somebody gets by mail, and when: routes of the directory's room. */
export function addNotificationPreferences(room: Room): void {
  const params = z.object({ id: idOf("person") });
  const path = "/{id}/notification-preferences";
  operation(
    room,
    {
      operation: "notification-preferences.get",
      method: "get",
      path,
      summary: "What a person gets by mail, and when",
      params,
      answer: NotificationPreferences,
      versioned: true,
      errors: [409],
    },
    (ctx, { params }) => getNotificationPreferences(ctx, params.id),
  );
  operation(
    room,
    {
      operation: "notification-preferences.change",
      method: "patch",
      path,
      summary: "Change what a person gets by mail, and when; null lets the company decide again",
      params,
      body: NotificationPreferencesChange,
      answer: NotificationPreferences,
      versioned: true,
      errors: [409],
    },
    (ctx, { params, body, version }) =>
      changeNotificationPreferences(ctx, { id: params.id, version, change: body }),
  );
}
