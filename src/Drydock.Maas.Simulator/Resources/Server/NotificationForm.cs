using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

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
    private readonly JsonObject _context;
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
        if (!_errors.Has("message") && !_errors.Has("context") && !MessageTemplate.CanBeFilled(_message, _context))
            _errors.Add("__all__", "Notification cannot be rendered.");
        _errors.ThrowIfAny();
    }

    public SimulatedNotification Save()
    {
        var notice = _current ?? new() { Id = _call.State.Ids.Next("notification") };
        if (_current is null)
            _call.State.Notifications.Add(notice);
        (notice.Ident, notice.User, notice.Message, notice.Context, notice.Category) = (_ident, _user, _message, _context, _category);
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

    private JsonObject ReadContext()
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
                    return [];
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
