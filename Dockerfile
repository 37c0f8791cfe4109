# Scripts, styles, fonts and icons.
FROM node:22-bookworm-slim AS assets
WORKDIR /build
COPY src/TrustCoach.Web/package.json src/TrustCoach.Web/package-lock.json ./
COPY src/TrustCoach.Web/assets ./assets
RUN node assets/restore.mjs && node assets/build.mjs

# The app.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS app
WORKDIR /build
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src ./src
COPY lessons ./lessons
COPY --from=assets /build/wwwroot/dist ./src/TrustCoach.Web/wwwroot/dist
# The database is another container: none is bundled.
RUN dotnet publish src/TrustCoach.Web -c Release --use-current-runtime --self-contained false -o /app -p:SkipAssets=true -p:BundlePostgres=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=app /app ./
ENV ASPNETCORE_HTTP_PORTS=8080 TrustCoach__LogFolder=""
EXPOSE 8080
# The account "app" of the base image.
USER $APP_UID
# The image has no curl; bash speaks enough HTTP.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q ' 200 OK' <&3"]
ENTRYPOINT ["dotnet", "TrustCoach.Web.dll"]
