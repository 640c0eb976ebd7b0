using System.Text.Json;
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

/// <summary>The wanted state of a notification.</summary>
internal sealed class NotificationForm
{
    private const int LongestIdent = 40;

    private static readonly string[] Categories = ["error", "warning", "success", "info"];

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedNotification? _current;
    private readonly string? _ident;
    private readonly SimulatedUser? _user;
    private readonly string _message;
    private readonly JsonObject? _context;
    private readonly string _category;

    /// <param name="call">The request.</param>
    /// <param name="current">The notification to change; null for a new one.</param>
    /// <exception cref="ApiException">400: a notification cannot be so.</exception>
    public NotificationForm(ApiCall call, SimulatedNotification? current)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        _ident = ReadIdent();
        _user = ReadUser();
        _message = current is null || call.Form.Has("message") ? _errors.Text("message") : current.Message;
        _context = ReadContext();
        _category = ReadCategory();
        if (!_errors.Has("message") && _context is not null && !MessageTemplate.CanBeFilled(_message, _context))
            _errors.Add("__all__", "Notification cannot be rendered.");
        _errors.ThrowIfAny();
    }

    public SimulatedNotification Save()
    {
        var notice = _current ?? new() { Id = _call.State.Ids.Next("notification") };
        if (_current is null)
            _call.State.Notifications.Add(notice);
        (notice.Ident, notice.User, notice.Message, notice.Context, notice.Category) = (_ident, _user, _message, _context ?? [], _category);
        notice.ForUsers = _errors.Flag("users", notice.ForUsers);
        notice.ForAdmins = _errors.Flag("admins", notice.ForAdmins);
        // Only the word itself is a yes: neither true in JSON nor what the notification was before, which MAAS puts into the form as no text.
        var word = _call.Form.Booleans.Contains("dismissable") ? "" : _call.Form.Get("dismissable");
        notice.Dismissable = word is null ? _current is null : word == "true";
        return notice;
    }

    private string? ReadIdent()
    {
        if (!_call.Form.Has("ident"))
            return _current?.Ident;
        var ident = (_call.Form.Get("ident") ?? "").Trim();
        _errors.CheckLength("ident", ident, LongestIdent);
        if (ident.Length > 0 && _call.State.Notifications.Exists(notice => notice != _current && notice.Ident == ident))
            _errors.Add("ident", "Notification with this Ident already exists.");
        return ident.Length > 0 ? ident : null;
    }

    private SimulatedUser? ReadUser()
    {
        if (!_call.Form.Has("user"))
            return _current?.User;
        if (_call.Form.Get("user") is not { Length: > 0 } text)
            return null;
        var user = _call.State.Users.Find(user => Lookup.IsId(text, user.Id));
        if (user is null)
            _errors.Add("user", FieldErrors.BadChoice);
        return user;
    }

    /// <summary>What the message is filled with; null where nothing is tried.</summary>
    private JsonObject? ReadContext()
    {
        if (!_call.Form.Has("context"))
            return _current?.Context ?? [];
        if (_call.Form.Get("context") is not { Length: > 0 } text)
            return [];
        try
        {
            switch (JsonNode.Parse(text))
            {
                case JsonObject context:
                    return context;
                case null:
                case JsonValue value when value.TryGetValue<string>(out var blank) && string.IsNullOrWhiteSpace(blank):
                    return [];
                default:
                    _errors.Add("context", "Context is not a mapping.");
                    return null;
            }
        }
        catch (JsonException)
        {
            _errors.Add("context", "Enter a valid JSON.");
            return [];
        }
    }

    private string ReadCategory()
    {
        var category = _call.Form.Has("category") ? _call.Form.Get("category") ?? "" : _current?.Category ?? "";
        if (category.Length > 0 && !Categories.Contains(category))
            _errors.Add("category", $"Select a valid choice. {category} is not one of the available choices.");
        return category.Length > 0 ? category : "info";
    }
}
