using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.Resources.Users;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>notifications/</c>; whoever asks gets those for him that he has not dismissed.</summary>
internal sealed class NotificationsApi : IApiModule
{
    private const string All = "notifications/";
    private const string One = "notifications/{id}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, call => Answer(new NotificationForm(call, null).Save()), Access.Admin);
        router.Map("GET", One, null, Get);
        router.Map("PUT", One, null, call => Answer(new NotificationForm(call, Find(call)).Save()), Access.Admin);
        router.Map("DELETE", One, null, Delete, Access.Admin);
        router.Map("POST", One, "dismiss", Dismiss);
    }

    private static ApiResponse List(ApiCall call)
    {
        SiteNotices.Settle(call.State);
        var user = call.SignedUser;
        return ApiResponse.Json(ApiJson.List(
            call.State.Notifications.Where(notice => notice.Concerns(user) && !notice.DismissedBy.Contains(user)), Render));
    }

    private static ApiResponse Get(ApiCall call)
    {
        var notice = Find(call);
        return notice.Concerns(call.SignedUser) || call.SignedUser.IsSuperuser ? Answer(notice) : ApiResponse.Forbidden();
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.Notifications.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    private static ApiResponse Dismiss(ApiCall call)
    {
        var (notice, user) = (Find(call), call.SignedUser);
        if (!notice.Concerns(user))
            return ApiResponse.Forbidden();
        if (!notice.Dismissable)
            return ApiResponse.Text(500, "Notification is not dismissable");
        if (!notice.DismissedBy.Contains(user))
            notice.DismissedBy.Add(user);
        return ApiResponse.Json(null);
    }

    private static SimulatedNotification Find(ApiCall call)
    {
        SiteNotices.Settle(call.State);
        return Lookup.ById(call, call.State.Notifications, notice => notice.Id, "Notification");
    }

    private static ApiResponse Answer(SimulatedNotification notice) => ApiResponse.Json(Render(notice));

    private static JsonObject Render(SimulatedNotification notice) => new()
    {
        ["ident"] = notice.Ident,
        ["user"] = UsersApi.Render(notice.User),
        ["users"] = notice.ForUsers,
        ["admins"] = notice.ForAdmins,
        ["message"] = notice.Message,
        ["context"] = notice.Context.DeepClone(),
        ["category"] = notice.Category,
        ["dismissable"] = notice.Dismissable,
        ["id"] = notice.Id,
        ["resource_uri"] = ApiJson.Uri($"notifications/{notice.Id}/"),
    };
}
